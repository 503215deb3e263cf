# --- looking at runs, holding them, ending them ------------------------------------------------------------------------------

status() {
  base=$1; shift; say now "$(date +%s)"
  for pair; do
    enter "$base" "${pair%:*}"; seen=${pair##*:}
    [ -d "$dir" ] || { say seen "$run" none 0 0; continue; }
    line_of "$base/fences/$run"; epoch=${line:-0}
    is_ours || { state=gone; ! lives "$dir/pid" || state=other; say seen "$run" $state "$epoch" 0; continue; }
    if [ -e "$dir/result" ]; then state=ended
    elif lives "$dir/pid"; then state=alive
    else
      state=gone; read_conf; [ -z "$(holders_of_lock_of_run)" ] || state=orphan
      [ -e "$dir/result" ] && state=ended # it ended while we looked
    fi
    line_of "$dir/lines"
    if [ "${line:-x}" = "$seen" ]; then echo "seen $run $state $epoch $seen"
    else awk -v seen="$seen" -v head="seen $run $state $epoch" 'NF == 24 {lines++; if (lines > seen) text = text "\nseg " $0} END {print head, lines + 0 text}' "$dir/state"; fi
    many=100; [ $state = ended ] && many=100000
    [ ! -s "$dir/bad" ] || tail -n $many "$dir/bad" | sed 's/^/bad /'
    line_of "$dir/engine"; [ -z "$line" ] || printf 'engine %s\n' "$line"
    case $state in
      ended) sed 's/^/result /' "$dir/result"; tail -n 40 "$dir/log" | raw log ;;
      gone) tail -n 5 "$dir/log" | raw log ;;
      *) in_hand ;;
    esac
  done
}

in_hand() {
  engine=${line%% *}
  if [ -e "$base/holds/$run" ]; then say held operator
  elif [ -e "$dir/hot" ]; then read_conf; line_of "$dir/hot"; say held heat "$line" "$cool"; fi
  [ -e "$dir/cur" ] || return
  line_of "$dir/held"; held=${line:-0}; line_of "$dir/cur"
  printf 'cur %s\n' "${line% *} $((held - ${line##* }))"
  if [ "$engine" = fio ]; then
    line_of "$dir/half"; set -- $line; half=${1-} done_before=${2:-0}
    wrote=0 read=0; ! lives "$dir/tool" || moved "$pid"
    case $half in
      write) echo "io $((done_before + wrote)) 0 writing" ;;
      read) echo "io 0 $((done_before + read)) reading" ;;
    esac
  elif [ -e "$dir/cur.err" ]; then
    grep -q 'Reading and comparing' "$dir/cur.err" && printf 'Reading and comparing: \n' | raw err
    tail -c 200 "$dir/cur.err" | tr -s '\b\r' '\n\n' | raw err
  fi
}

evidence() { enter "$1" "$2"; [ -d "$dir" ] && tail -c 524288 "$dir/log" | raw log; }

ours() { # BASE RUN EPOCH SERIAL SIZE: in one's turn, and no older controller
  enter "$1" "$2"; lock_of "$4" "$5"; take_turn || busy "Another call holds the disk."
  fence "$3"
}

hold() {
  ours "$@"; [ ! -d "$dir" ] || is_ours || fail 'This run was begun by another version of Burnin. It can be cancelled, but not held.'
  mkdir -p "$base/holds" && true >"$base/holds/$run" || busy "The host cannot write to $base."
  [ -d "$dir" ] || { say held; end; } # and if it is on its way, it will stand still when it arrives
  cd "$dir" || busy "The host cannot enter $dir."
  tries=0 quiet=0
  until stands; do
    tries=$((tries + 1)); [ $tries -lt 50 ] || fail "Process $pid does not stand still; most likely the drive does not answer."
    nap
  done
  say held
}
stands() { # whether nothing of the run moves: its tool is stopped, or there is none and none is begun; and the drive is done
  enforce
  line_of node; is_idle "$line" || return 1
  if lives tool; then case $doing in T*) return 0 ;; *) quiet=0; return 1 ;; esac; fi
  quiet=$((quiet + 1))
  [ $quiet -gt 2 ] || ! lives pid # a tool may have been begun just before the run was held
}

release() {
  ours "$@"; rm -f "$base/holds/$run" || busy "The host cannot write to $base."
  [ ! -d "$dir" ] || { cd "$dir" && enforce; }
  say released
}

bury() { # EPOCH SERIAL SIZE
  lock_of "$2" "$3"; take_turn || busy "Another call holds the disk."
  fence "$1"; never_again
}

stop() {
  enter "$1" "$2"; bury "$3" "$4" "$5"; rm -f "$base/holds/$run"
  [ -d "$dir" ] || { say stopped; end; }
  true >"$dir/stop" || busy "The host cannot write to $dir."
  tries=0
  while pids=$(holders_of_lock_of_run); [ -n "$pids" ]; do
    tries=$((tries + 1))
    case $tries in
      1) kill -TERM $pids 2>/dev/null; kill -CONT $pids 2>/dev/null ;; # what stands still would never hear of its end
      15|25) kill -KILL $pids 2>/dev/null ;;
      35) say still_running $pids; end ;;
    esac
    nap
  done
  [ -e "$dir/result" ] || store "$dir/result" stopped || busy "The host cannot write to $dir."
  say stopped
}
holders_of_lock_of_run() { line_of "$lock"; [ "$line" != "$run" ] || holders_of_lock; } # the lock may be another run's by now

clean() {
  enter "$1" "$2"; rm -f "$base/holds/$run"; [ -d "$dir" ] || { say cleaned; end; }
  read_conf; take_turn || busy "Another call holds the disk."
  [ -e "$dir/result" ] || [ -e "$dir/before" ] || { say not_ended; end; }
  is_ours || ! lives "$dir/pid" || { say not_ended; end; }
  [ -z "$(holders_of_lock_of_run)" ] || { say not_ended; end; }
  never_again
  rm -rf "$dir" && say cleaned || busy "The host cannot remove $dir."
}

