# --- self-tests: the drive runs them, the directory keeps what its log said before ------------------------------------------
#
# selftest-start BASE RUN EPOCH LOOPS SERIAL SIZE WWN KIND [again] · selftest-status BASE RUN · selftest-settle BASE RUN
# selftest-abort BASE RUN EPOCH SERIAL SIZE look|abort|over: "over" says that the caller has seen the proof
# FILES  conf before (the drive's log as it was) launched (the test that runs is ours) awake (the drive's own APM) log result

tests_of() { smart_node "$1"; ask_drive 60 "$smart_node" -c -l selftest -l xselftest; printf '%s\n' "$heard"; }
jot() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*" >>"$dir/log"; } 2>/dev/null
tell_tests() { # NAME: what is known of the test, for the caller to judge
  [ ! -e "$dir/launched" ] || say launched
  [ ! -e "$dir/awake" ] || say awake
  raw before <"$dir/before"; tests_of "$1" | raw smart
}

# A drive that stands by loses its test. APM below 128 lets it; the timer beside it can be set, but not read by any command,
# so it is left alone: what cannot be put back is not changed. Drives are bound not to follow it while they test.
keep_awake() { # NAME
  [ ! -e "$dir/awake" ] || return 0 # it is the drive's own that counts, not what an earlier try has made of it
  smart_node "$1"; level=$(limited 30 smartctl -g apm "$smart_node" 2>/dev/null | sed -n 's/^APM level is: *\([0-9][0-9]*\).*/\1/p')
  [ -n "$level" ] || { jot 'the drive does not tell its APM level'; return 0; }
  [ "$level" -lt 128 ] || return 0
  store "$dir/awake" "$level" || return 0
  if limited 30 smartctl -s apm,128 "$smart_node" >/dev/null 2>&1; then jot "APM level $level lets the drive stand by: 128 for the test"
  else jot "APM level $level lets the drive stand by, and could not be changed"; rm -f "$dir/awake"; fi
}
let_rest() { # NAME: the drive's own setting again
  [ -e "$dir/awake" ] || return 0
  line_of "$dir/awake"; level=$line; smart_node "$1"
  if limited 30 smartctl -s "apm,$level" "$smart_node" >/dev/null 2>&1; then jot "APM level $level again"; rm -f "$dir/awake"
  else jot "APM level $level could not be set again"; fi
}

selftest_start() {
  enter "$1" "$2"; epoch=$3 loops=$4 want_serial=$5 want_size=$6 want_wwn=$7 kind=$8 wish='' block=0 max_bad=0 hot='' cool=''
  have smartctl || { say impossible 'The host has no smartctl.'; end; }
  lock_of "$want_serial" "$want_size"
  take_turn || busy "The host cannot write to $base, or another call holds the disk."
  was_stopped
  [ ! -d "$dir" ] || is_ours || not_ours
  fence "$epoch"; [ -e "$dir/result" ] && { say ended; end; }
  find_disk || { say refused $code "$why"; end; }
  [ "$medium" != loop ] || { say impossible 'A loop device has no SMART.'; end; }
  pin "$name" && pinned_disk "$name" || { say refused $code "$why"; end; }
  lock_is_free || { line_of "$lock"; say refused locked "The disk is locked: running as run ${line:-unknown}."; end; }
  if [ -e "$dir/launched" ] && [ "$9" != again ]; then
    say found
  else
    if [ ! -d "$dir" ]; then
      new=$base/runs/.new.$run; rm -rf "$new"
      mkdir "$new" && write_conf "$new" && true >"$new/log" && mv "$new" "$dir" || busy "The host cannot write to $base/runs."
    fi
    rm -f "$dir/launched"; tests_of "$name" >"$dir/before.new"
    [ -s "$dir/before.new" ] && mv "$dir/before.new" "$dir/before" || busy "The host cannot write to $dir."
    keep_awake "$name"
    # First the record: a test that runs without one would be taken for somebody else's, and never be stopped.
    true >"$dir/launched" || busy "The host cannot write to $dir."
    smart_node "$name"; text=$(limited 60 smartctl -t "$kind" "$smart_node" 2>&1); rc=$?
    jot "smartctl -t $kind: exit $rc: $(printf '%s\n' "$text" | grep -v '^ *$' | tail -n 1)"
    case $text in *'without aborting current test'*)
      rm -f "$dir/launched"; let_rest "$name"
      say refused self_test_running "The drive runs a self-test that is not ours: $(printf '%s\n' "$text" | grep 'aborting current' | head -n 1)"; end ;;
    esac
    printf '%s\n' "$text" | raw text; sleep 2
  fi
  tell_tests "$name"
}

selftest_status() {
  enter "$1" "$2"; say now "$(date +%s)"; [ -e "$dir/before" ] || { say seen "$run" none 0 0; end; }
  read_conf; line_of "$base/fences/$run"; say seen "$run" alive "$line" 0
  [ -e "$dir/result" ] && sed 's/^/result /' "$dir/result"
  tail -n 40 "$dir/log" 2>/dev/null | raw log
  find_disk || { say nosmart "$why"; end; }
  tell_tests "$name"
}

selftest_settle() {
  enter "$1" "$2"
  if [ -e "$dir/awake" ]; then read_conf; if find_disk; then let_rest "$name"; fi; fi
  say settled
}

selftest_abort() {
  enter "$1" "$2"; bury "$3" "$4" "$5"
  [ -d "$dir" ] && [ ! -e "$dir/result" ] || { say stopped; end; }
  read_conf
  find_disk || { name=; say nosmart "$why"; }
  case $6 in
    over)
      [ -z "$name" ] || let_rest "$name"
      store "$dir/result" stopped || busy "The host cannot write to $dir."
      say stopped; end ;;
    abort) [ -z "$name" ] || { smart_node "$name"; limited 60 smartctl -X "$smart_node" 2>&1 | raw text; jot 'smartctl -X'; sleep 1; } ;;
  esac
  [ -z "$name" ] || ! [ -e "$dir/before" ] || tell_tests "$name"
}
