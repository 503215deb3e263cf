# --- self-tests: the drive runs them, the directory keeps what its log said before ------------------------------------------

tests_of() { limited 60 smartctl -c -l selftest -l xselftest --json=co "/dev/$1" 2>&1; }

selftest_start() {
  enter "$1" "$2"; epoch=$3 loops=$4 want_serial=$5 want_size=$6 want_wwn=$7 kind=$8 block=0 per_io=0 max_bad=0
  have smartctl || { say impossible 'The host has no smartctl.'; end; }
  lock_of "$want_serial" "$want_size"
  take_turn || fail "The host cannot write to $base, or another call holds the disk."
  was_stopped
  fence "$epoch"; [ -e "$dir/result" ] && { say ended; end; }
  find_disk || { say refused $code "$why"; end; }
  [ "$medium" != loop ] || { say impossible 'A loop device has no SMART.'; end; }
  pin "$name" && pinned_disk "$name" || { say refused $code "$why"; end; }
  lock_is_free || { line_of "$lock"; say refused locked "The disk is locked: running as run ${line:-unknown}."; end; }
  if [ -d "$dir" ] && [ "$9" != again ]; then
    say found
  else
    new=$base/runs/.new.$run; rm -rf "$new" "$dir"
    mkdir "$new" && write_conf "$new" && store "$new/epoch" "$epoch" && tests_of "$name" >"$new/before"; [ -s "$new/before" ] && mv "$new" "$dir" || fail "The host cannot write to $base/runs."
    text=$(limited 60 smartctl -t "$kind" "/dev/$name" 2>&1); say launched $?
    printf '%s\n' "$text" | raw text; sleep 2
  fi
  raw before <"$dir/before"; tests_of "$name" | raw smart
}

selftest_status() {
  enter "$1" "$2"; say now "$(date +%s)"; [ -e "$dir/before" ] || { say seen "$run" none 0 0; end; }
  read_conf; line_of "$dir/epoch"; say seen "$run" alive "$line" 0
  [ -e "$dir/result" ] && sed 's/^/result /' "$dir/result"
  find_disk || { say nosmart "$why"; end; }
  raw before <"$dir/before"; tests_of "$name" | raw smart
}

selftest_abort() {
  enter "$1" "$2"; bury "$3" "$4" "$5"
  [ -d "$dir" ] || { say stopped; end; }
  read_conf
  if find_disk; then
    [ -e "$dir/result" ] || limited 60 smartctl -X "/dev/$name" 2>&1 | raw text
    tests_of "$name" | raw smart
  fi
  store "$dir/result" stopped && say stopped
}
