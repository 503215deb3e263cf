# --- looking at runs, ending them --------------------------------------------------------------------------------------------

status() {
  base=$1; shift; say now "$(date +%s)"
  for pair; do
    enter "$base" "${pair%:*}"; seen=${pair##*:}
    [ -d "$dir" ] || { say seen "$run" none 0 0; continue; }
    line_of "$dir/epoch"; epoch=$line
    if [ -e "$dir/result" ]; then state=ended
    elif runner_lives; then state=alive
    else
      state=gone; read_conf; [ -z "$(holders_of_lock)" ] || state=orphan
      [ -e "$dir/result" ] && state=ended # it ended while we looked
    fi
    segments=$(awk -v seen="$seen" 'NF == 11 {lines++; if (lines > seen) text = text "\nseg " $0} END {print lines + 0 text}' "$dir/state")
    say seen "$run" $state "$epoch" "${segments%%
*}"
    case $segments in *seg*) printf '%s\n' "${segments#*
}" ;; esac
    many=100; [ $state = ended ] && many=1000
    tail -n $many "$dir/bad" | sed 's/^/bad /'
    case $state in
      ended) sed 's/^/result /' "$dir/result"; tail -n 40 "$dir/log" | raw log ;;
      gone) tail -n 5 "$dir/log" | raw log ;;
      *)
        [ -e "$dir/cur" ] || continue
        line_of "$dir/cur"; printf 'cur %s\n' "$line"
        grep -q 'Reading and comparing' "$dir/cur.err" && printf 'Reading and comparing: \n' | raw err
        tail -c 200 "$dir/cur.err" | tr -s '\b\r' '\n\n' | raw err ;;
    esac
  done
}

bury() { # EPOCH SERIAL SIZE: a start of this run that is still on its way finds, when its turn comes, that it was stopped
  lock_of "$2" "$3"; take_turn || fail "Another call holds the disk."
  fence "$1"; mkdir -p "$base/over" && true >"$base/over/$run" || fail "The host cannot write to $base."
  find "$base/over" -type f -mtime +7 -exec rm -f {} + 2>/dev/null
}

stop() {
  enter "$1" "$2"; bury "$3" "$4" "$5"
  [ -d "$dir" ] || { say stopped; end; }
  read_conf; true >"$dir/stop" || fail "The host cannot write to $dir."
  tries=0
  while pids=$(holders_of_lock_of_run); [ -n "$pids" ]; do
    tries=$((tries + 1))
    case $tries in
      1) kill -TERM $pids 2>/dev/null ;;
      15|25) kill -KILL $pids 2>/dev/null ;;
      35) say still_running $pids; end ;;
    esac
    nap
  done
  [ -e "$dir/result" ] || store "$dir/result" stopped || fail "The host cannot write to $dir."
  say stopped
}
holders_of_lock_of_run() { line_of "$lock"; [ "$line" != "$run" ] || holders_of_lock; } # the lock may be another run's by now

clean() {
  enter "$1" "$2"; [ -d "$dir" ] || { say cleaned; end; }
  read_conf; take_turn || fail "Another call holds the disk."
  [ -e "$dir/result" ] || [ -e "$dir/before" ] || { say not_ended; end; }
  [ -z "$(holders_of_lock_of_run)" ] || { say not_ended; end; }
  rm -rf "$dir" && say cleaned || fail "The host cannot remove $dir."
}

