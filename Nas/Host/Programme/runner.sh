# --- the detached runner -------------------------------------------------------------------------------------------------

note() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>log; }
finish() { # WORD...: the result, whole or not at all; without it the run counts as lost
  trap '' TERM INT HUP; result=$(say "$@"); note "$result"; store result "$result"; rm -f pid; exit 0
}
signalled() {
  [ -z "$tool" ] || { kill "$tool"; wait "$tool"; } 2>/dev/null
  [ -e stop ] && finish stopped
  note 'a signal ended the runner'; rm -f pid; exit 1 # a shutdown: the run goes on from its last segment when it is ordered again
}
attend() { "$@" </dev/null 4<&- & tool=$!; wait "$tool"; rc=$?; tool=; } # a tool that a signal to the runner can end
badblocks_to() { errors=$1; shift; exec badblocks "$@" >/dev/null 2>"$errors"; }

run() {
  enter "$1" "$2"; cd "$dir" || exit 1
  read_conf; tool=
  held=$(stat -L -c %t:%T /proc/self/fd/3) name=''
  for path in /sys/block/*; do line_of "$path/dev"; [ "$(printf '%x:%x' "${line%:*}" "${line#*:}")" = "$held" ] && name=${path##*/}; done
  trap signalled TERM INT HUP
  started_at $$; line_of /proc/sys/kernel/random/boot_id; note "runner $$ on $name"
  store pid "$$ $started $line" || exit 1
  for file in state bad; do [ -z "$(tail -c 1 $file)" ] || echo >>$file; done # a full disk may have torn the last line
  finished=" $(awk 'NF == 11 {printf "%s ", $1}' state)"
  while read -r index pattern first last <&4; do
    case $finished in *" $index "*) continue ;; esac
    [ -e stop ] && finish stopped
    pinned_disk "$name" || finish refused "$code" "$why"
    no=$(refusals "$name" | head -n 1); [ "$no" = clear ] || { no=${no:-$not_looked}; note "$no"; printf '%s\n' "$no" >result.new && mv result.new result; rm -f pid; exit 0; }
    segment
  done 4<plan
  bad=$(cut -d' ' -f2 bad | sort -un | wc -l)
  if [ "$bad" -gt 0 ]; then finish bad "$((bad))"; else finish 'done'; fi
}

segment() {
  since=$(date +%s)
  store cur "$index $pattern $first $last $since" && true >segment.bad && true >cur.err || { note 'the host cannot write'; exit 1; }
  attend badblocks_to cur.err -wsv -b "$block" -c "$per_io" -e "$max_bad" -t "$pattern" -o segment.bad "/dev/$name" "$last" "$first"
  counts=$(tr '\b' '\n' <cur.err | sed -n 's#.*Pass completed, [0-9]* bad blocks found. (\([0-9]*\)/\([0-9]*\)/\([0-9]*\) errors).*#\1 \2 \3#p' | tail -n 1)
  if [ $rc != 0 ] || [ -z "$counts" ]; then
    said=$(tr '\b\r' '\n\n' <cur.err | grep -v '^ *$' | tail -n 1 | cut -c 1-300)
    case $(cat cur.err) in *'apparently in use'*|*' is mounted;'*) finish refused open "$said" ;; esac
    finish aborted "badblocks ended with exit $rc in segment $index: $said"
  fi
  reported=$(wc -l <segment.bad)
  if [ "$((reported))" -gt 0 ] || [ "$counts" != '0 0 0' ]; then
    pinned_disk "$name" || finish aborted "The disk went away in segment $index: $why"
    name_bad_blocks || { note 'the host cannot write'; exit 1; }
    pinned_disk "$name" || finish aborted "The disk went away in segment $index: $why"
    cat segment.named >>bad || exit 1
  fi
  grep -q 'Too many bad blocks' cur.err && rc=1 # given up on the way: it counts, but as nothing that was covered
  # First the blocks, then the segment: a crash between the two does the segment again and loses nothing.
  echo "$index $pattern $first $last $since $(date +%s) $rc $((reported)) $counts" >>state || exit 1
  bad=$(cut -d' ' -f2 bad | sort -un | wc -l)
  [ "$((bad))" -lt "$max_bad" ] && [ $rc = 0 ] || finish bad "$((bad))"
}

# badblocks names a block that came back different too high by exactly its blocks per I/O, and lists a block that could
# not be written a second time there. So every candidate is read once more by itself, where badblocks names it exactly.
name_bad_blocks() {
  [ "$((reported))" -le 64 ] || note "segment $index: $((reported)) blocks reported, the first 64 read again"
  head -n 64 segment.bad | sort -un >segment.first; true >segment.exact; true >segment.named
  while read -r listed; do
    again=0
    for candidate in "$listed" $((listed - per_io)); do
      [ "$candidate" -ge "$first" ] && [ "$candidate" -le "$last" ] || continue
      if ! grep -qx "$candidate" segment.exact; then
        [ -e stop ] && finish stopped
        attend badblocks_to again.err -t "$pattern" -b "$block" -c 1 -o again.bad "/dev/$name" "$candidate" "$candidate"
        [ $rc = 0 ] && [ -s again.bad ] && echo "$candidate" >>segment.exact
      fi
      grep -qx "$candidate" segment.exact && again=1
    done
    if [ $again = 0 ]; then echo "$pattern $listed transient" >>segment.named || return 1; fi
  done <segment.first
  while read -r exact; do echo "$pattern $exact read_or_mismatch" >>segment.named || return 1; done <segment.exact
}

