# --- the standing channel: many looks over one shell, since the programme is so much longer than a question ----------------

# follow BASE: says "ready", then answers each line "RUN:SEEN RUN:SEEN ..." of its input as status would, until the input
# ends. Each question has a shell of its own: one that fails takes nothing with it, and whatever it does not say, its
# answer has an end. Errors are for nobody here: unread for days, they would pile up at the other side.
follow() {
  followed=$1; echo ready
  while read -r question; do
    ( set -f; set -- $question; set +f; status "$followed" "$@"; end ) </dev/null 2>/dev/null || { say failed 'The look at the runs broke off.'; echo end; }
  done
  exit 0
}

