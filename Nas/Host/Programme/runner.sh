# --- the detached runner: segment after segment, each by the engine that was chosen ------------------------------------------

note() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>log; }
cannot_write() { note 'the host cannot write'; rm -f pid; exit 1; } # no result without its evidence: the run counts as lost
finish() { # WORD...: the result, whole or not at all; without it the run counts as lost
  trap '' TERM INT HUP; result=$(say "$@"); note "$result"; store result "$result"; rm -f pid; exit 0
}
signalled() {
  [ -z "$tool" ] || { kill -TERM "$tool"; kill -CONT "$tool"; wait "$tool"; } 2>/dev/null
  [ -e stop ] && finish stopped
  note 'a signal ended the runner'; rm -f pid; exit 1 # a shutdown: the run goes on from its last segment when it is ordered again
}

is_held() { [ -e "$base/holds/$run" ] || [ -e hot ]; }
attend() { # COMMAND...: a tool that a signal to the runner can end, and that stands still while the run is held
  while is_held; do [ -e stop ] && finish stopped; sleep 1; done
  "$@" </dev/null 4<&- & tool=$!
  process $tool; boot; store tool "$tool $started $boot" || cannot_write
  is_held && kill -STOP $tool 2>/dev/null
  wait $tool; rc=$?; tool=; rm -f tool
  [ -e stop ] && finish stopped
}

# Beside the runner, without its locks: lets the drive cool, keeps held what is to be held, and counts how long.
watch_over() { # RUNNER
  since_look=99 held=0; line_of held; is_number "$line" && held=$line
  while lives pid || lives tool; do
    since_look=$((since_look + 2))
    if [ -n "$hot" ]; then
      sensed "$name"; asked=0
      [ -n "$celsius" ] || [ $since_look -lt 30 ] || { drive_celsius; asked=1; }
      [ -z "$celsius" ] && [ $asked = 0 ] || since_look=0
      if [ -n "$celsius" ]; then
        line_of hottest; [ "$celsius" -le "${line:-0}" ] || store hottest "$celsius"
        if [ "$celsius" -ge "$hot" ]; then [ -e hot ] || note "$celsius degrees: stands still"; store hot "$celsius"
        elif [ -e hot ] && [ "$celsius" -le "$cool" ]; then note "$celsius degrees: goes on"; rm -f hot
        elif [ -e hot ]; then store hot "$celsius"; fi
      fi # a drive that does not say how hot it is has not cooled down
    fi
    [ -e turned ] || ! grep -q 'Reading and comparing' cur.err 2>/dev/null || { centiseconds; store turned $centiseconds; }
    enforce
    is_held && { held=$((held + 2)); store held $held; }
    sleep 2
  done
}
is_hot() { [ -e hot ]; } # it is about to work again, so it may be woken; else it would cool down asleep and never tell
drive_celsius() { have smartctl && smart_node "$name" && celsius=$(limited 20 smartctl $(is_hot || echo '-n standby') -A --json=c "$smart_node" 2>/dev/null | sed -n 's/.*"temperature":{[^}]*"current":\([0-9]*\).*/\1/p'); }
enforce() { # in the run's directory
  lives tool || return 0
  if is_held; then case $doing in T*) ;; *) kill -STOP $pid 2>/dev/null ;; esac
  else case $doing in T*) kill -CONT $pid 2>/dev/null ;; esac; fi
}

run() {
  enter "$1" "$2"; cd "$dir" || exit 1
  read_conf; tool=; pinned_name
  trap signalled TERM INT HUP
  process $$; boot; note "runner $$ on $name"
  store node "$name" && store pid "$$ $started $boot" || exit 1
  for file in state bad; do [ -z "$(tail -c 1 $file)" ] || echo >>$file; done # a full disk may have torn the last line
  awk 'NF == 4' bad >bad.new && mv bad.new bad || cannot_write
  finished=" $(awk 'NF == 24 {printf "%s ", $1}' state)"; set -- $finished; lines=$#; store lines $lines || cannot_write
  (exec 3<&- 4<&- 9>&- </dev/null; watch_over) & # by exec: a shell keeps what it closes for a function alone
  writes=0; grep -q ' b ' plan.badblocks && writes=1
  check_disk; choose_engine
  [ "$engine" = badblocks ] || fio --enghelp 2>/dev/null | grep -qw "$aio" || aio=psync # then one I/O at a time
  choose_io
  while read -r index kind pass first last <&4; do
    case $finished in *" $index "*) continue ;; esac
    [ -e stop ] && finish stopped
    check_disk; check_fio; segment
  done 4<"plan.$engine"
  bad_so_far
  if [ "$bad" -gt 0 ]; then finish bad "$bad"; else finish 'done'; fi
}

check_disk() { # before the first byte and before every segment: the same drive, and still nobody's
  pinned_disk "$name" || finish refused "$code" "$why"
  [ $writes = 1 ] || return 0
  looks=0
  while no=$(refusals "$name" again stale); [ "$no" != clear ] && [ -z "$(printf '%s\n' "$no" | grep -v '^refused unknown ')" ] && [ $looks -lt 8 ]; do
    looks=$((looks + 1)); note "the look at the disk was not completed, or not conclusive; once more: $(printf '%s\n' "$no" | head -n 1)"
    waits=0; while [ $waits -lt 15 ]; do [ -e stop ] && finish stopped; sleep 1; waits=$((waits + 1)); done
  done
  no=$(printf '%s\n' "$no" | sort | head -n 1) # what is known comes before what is not
  [ "$no" = clear ] || { no=${no:-$not_looked}; note "$no"; printf '%s\n' "$no" >result.new && mv result.new result; rm -f pid; exit 0; }
}
bad_so_far() { bad=0; [ ! -s bad ] || bad=$(($(cut -d' ' -f2 bad | sort -un | wc -l))); }
is_pinned() { pinned_disk "$name" || finish refused drive_gone "The drive went away in segment $index: $why"; }

segment() {
  since=$(date +%s); line_of held; held_before=${line:-0}; rm -f hottest half segment.bad; true >segment.bad
  store cur "$index $since $held_before" || cannot_write
  whole=1 listed=0 reads=0 writes_failed=0 differ=0 write_figures='- - - - -' read_figures='- - - - -'
  from=$((first * block)) to=$(((last + 1) * block))
  ${engine}_segment
  line_of held; stood=$((${line:-0} - held_before)); line_of hottest; warmest=${line:--}
  # First the blocks, then the segment: a crash between the two does the segment again and loses nothing.
  [ ! -s segment.bad ] || cat segment.bad >>bad || cannot_write
  echo "$index $kind $pass $first $last $since $(date +%s) $stood $whole $listed $reads $writes_failed $differ $write_figures $read_figures $warmest" >>state || cannot_write
  lines=$((lines + 1)); store lines $lines || cannot_write
  [ "$listed" = 0 ] || note "segment $index: $reads read errors, $writes_failed write errors, $differ came back different"
  bad_so_far
  [ "$bad" -lt "$max_bad" ] && [ $whole = 1 ] || finish bad "$bad"
}

# --- which engine, and how large its I/Os are: proved and measured, not believed ----------------------------------------------

choose_engine() { # sets $engine; kept in the run, so that a resumed run reads back what it has written
  line_of engine; if [ -n "$line" ]; then engine=${line%% *}; line_of mode; mode=${line% *} proved=${line#* }; return; fi
  engine=fio why=
  case $wish in
    badblocks) engine=badblocks ;;
    fio) [ $writes = 0 ] || prove_fio || finish aborted "$why" ;;
    auto) if ! have fio; then engine=badblocks why='the host has no fio.'
      elif [ $writes = 1 ] && ! prove_fio; then
        have badblocks || finish aborted "$why"
        engine=badblocks
      fi ;;
  esac
  if [ "$engine" = fio ] && [ $writes = 1 ]; then
    proved=$version
    on_file sample --rw=write $(tagged $sample_tag) && store mode "$mode $proved" || cannot_write
  fi
  [ "$wish" = auto ] || why=
  [ $writes = 1 ] || why= # reading alone sees no more with one than with the other
  note "engine $engine ${mode:+($mode) }$why"
  store engine "$engine $(enc "$why"; printf %s "$enc")" || cannot_write
}

# On the drive itself, in the place that is written next anyway: the smallest I/O that is as fast as any. A drive whose write
# cache is off loses a turn with every I/O, so there large or many I/Os win by far. A disk of a few hundred MB is a test.
choose_io() { # sets $io_bytes and $io_depth
  line_of chosen; if [ -n "$line" ]; then io_bytes=${line%% *} io_depth=${line##* }; return; fi
  read -r index kind pass first last <"plan.$engine"
  io_bytes=1048576 io_depth=4; [ $engine = fio ] || { io_bytes=4194304 io_depth=1; }
  sample=$((want_size / 512 / 4194304 * 4194304)); [ $sample -le 268435456 ] || sample=268435456
  [ "$lines" = 0 ] || sample=0 # what counts as written is not written over
  [ $sample -le $(((last - first + 1) * block)) ] || sample=0
  best=0 table=
  [ $sample -lt 4194304 ] || for pair in $(${engine}_sizes); do
    try_bytes=${pair%:*} try_depth=${pair#*:}
    [ $((try_bytes * try_depth)) -le $sample ] || continue
    ${engine}_speed; table="$table $pair:$speed"; [ "$speed" -le $best ] || best=$speed
  done
  for row in $table; do
    if [ $((${row##*:} * 100)) -ge $((best * 95)) ]; then row=${row%:*} io_bytes=${row%:*} io_depth=${row#*:}; break; fi
  done
  note "I/O of $io_bytes bytes, $io_depth at a time; measured (bytes:depth:bytes/s):${table:- nothing}"
  store chosen "$io_bytes $io_depth" || cannot_write
}

