# --- one run: its directory, its lock, its end -------------------------------------------------------------------------

enter() { # BASE RUN: sets $base $run $dir
  base=$1 run=$2 dir=$1/runs/$2
  case $run in ''|-*|*[!A-Za-z0-9-]*) fail "Not a run id: $run" ;; esac
}
lock_of() { lock=$base/locks/$(printf %s "$1-$2" | tr -c 'A-Za-z0-9._-' _); } # SERIAL SIZE
was_stopped() { [ -e "$base/over/$run" ] && { say refused stopped 'This run was stopped before it began.'; end; }; }
store() { printf '%s\n' "$2" >"$1.new" && mv "$1.new" "$1"; } # FILE TEXT: whole or not at all
read_conf() { { read -r want_serial; read -r want_size; read -r want_wwn; read -r block; read -r per_io; read -r max_bad; read -r loops; } <"$dir/conf"
  lock_of "$want_serial" "$want_size"; }
write_conf() { printf '%s\n' "$want_serial" "$want_size" "$want_wwn" "$block" "$per_io" "$max_bad" "$loops" >"$1/conf"; }
take_turn() { mkdir -p "$base/runs" "$base/locks" && (exec 8>>"$lock.turn") 2>/dev/null && exec 8>>"$lock.turn" && flock -w 30 8; }
lock_is_free() { (exec 9>>"$lock" && flock -n 9) 2>/dev/null; } # only in one's turn: it takes the lock for a moment

fence() { # EPOCH: an older controller must keep away
  line_of "$dir/epoch"
  [ "$1" -ge "${line:-0}" ] || { say fenced "$line"; end; }
  [ "$1" = "$line" ] || ! [ -d "$dir" ] || store "$dir/epoch" "$1" || fail "The host cannot write to $dir."
}

started_at() { # PID: when it started, to tell a pid from its next owner; empty for a dead one
  line_of "/proc/$1/stat"; set -- ${line##*) }
  case $1 in ''|Z|X) started= ;; *) started=${20} ;; esac
}
runner_lives() {
  line_of "$dir/pid"; set -- $line; [ -n "$1" ] || return 1
  pid=$1 stamp=$2 boot=$3; started_at "$1"; line_of /proc/sys/kernel/random/boot_id
  [ -n "$started" ] && [ "$stamp" = "$started" ] && [ "$boot" = "$line" ]
}
holders_of_lock() { # pids of all that have the lock of the disk open: the runner, its tools, and their orphans
  for process in /proc/[0-9]*; do [ "$process/fd/9" -ef "$lock" ] && printf '%s ' "${process#/proc/}"; done 2>/dev/null
}

start() {
  enter "$1" "$2"; epoch=$3 loops=$4 want_serial=$5 want_size=$6 want_wwn=$7 block=$8; shift 8; per_io=$1 max_bad=$2 plan=$3
  for tool in flock setsid badblocks stat blkid awk sed od tr; do have $tool || { case $tool in flock) why='The run cannot be made exclusive' ;; *) why='The surface cannot be tested' ;; esac
    say impossible "$why: the host has no $tool."; end; }; done
  fresh=1; [ -d "$dir" ] && { fresh=0; read_conf; }
  lock_of "$want_serial" "$want_size"
  take_turn || fail "The host cannot write to $base, or another call holds the disk."
  was_stopped
  [ -d "$dir" ] && fresh=0
  fence "$epoch"
  [ -e "$dir/result" ] && { say ended; end; }
  [ $fresh = 0 ] && runner_lives && { say running; end; }
  (exec 9>>"$lock") 2>/dev/null || fail "The host cannot write to $lock."
  exec 9>>"$lock"
  if ! flock -n 9; then
    line_of "$lock"
    [ "$line" = "$run" ] && { say running; end; } # its runner was killed, its tool still writes
    say refused locked "The disk is locked: running as run ${line:-unknown}."; end
  fi
  find_disk || { say refused $code "$why"; end; }
  pin "$name" || { say refused $code "$why"; end; }
  flock -w 5 3 || { say refused open "Another program holds a lock on /dev/$name."; end; }
  pinned_disk "$name" || { say refused $code "$why"; end; }
  no=$(refusals "$name"); [ "$no" = clear ] || { printf '%s\n' "${no:-$not_looked}"; end; }
  if [ $fresh = 1 ]; then
    new=$base/runs/.new.$run; rm -rf "$new"
    mkdir "$new" && write_conf "$new" && store "$new/plan" "$plan" && store "$new/epoch" "$epoch" && true >"$new/state" && true >"$new/bad" && true >"$new/log" &&
      mv "$new" "$dir" || { rm -rf "$new"; fail "The host cannot write to $base/runs."; }
  fi
  store "$dir/programme" "$programme" && printf '%s\n' "$run" >"$lock" || fail "The host cannot write to $dir."
  rm -f "$dir/pid" "$dir/stop" "$dir/cur"
  setsid /bin/sh "$dir/programme" run "$base" "$run" </dev/null >/dev/null 2>&1 8>&- &
  tries=0
  until [ -e "$dir/pid" ]; do tries=$((tries + 1)); [ $tries -lt 50 ] || fail 'The runner did not come up within ten seconds.'; nap; done
  say started
}

