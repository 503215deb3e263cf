# --- one run: its directory, its lock, its beginning -----------------------------------------------------------------------

enter() { # BASE RUN: sets $base $run $dir
  base=$1 run=$2 dir=$1/runs/$2
  case $run in ''|-*|*[!A-Za-z0-9-]*) fail "Not a run id: $run" ;; esac
}
lock_of() { lock=$base/locks/$(printf %s "$1-$2" | tr -c 'A-Za-z0-9._-' _); } # SERIAL SIZE
is_ours() { line_of "$dir/format"; [ "$line" = $format ]; } # begun by a programme that wrote as this one does
not_ours() { say refused other_version 'This run was begun by another version of Burnin, whose notes this one cannot read. It is neither gone on with nor written over.'; end; }
was_stopped() { [ -e "$base/over/$run" ] && { say refused stopped 'This run is over: it was stopped, or has ended and is cleaned up.'; end; }; }
store() { printf '%s\n' "$2" >"$1.new" && mv "$1.new" "$1"; } # FILE TEXT: whole or not at all
read_conf() { { read -r want_serial; read -r want_size; read -r want_wwn; read -r loops; read -r wish; read -r block; read -r max_bad; read -r hot; read -r cool; } <"$dir/conf"
  lock_of "$want_serial" "$want_size"; }
write_conf() { printf '%s\n' "$want_serial" "$want_size" "$want_wwn" "$loops" "$wish" "$block" "$max_bad" "$hot" "$cool" >"$1/conf" && echo $format >"$1/format"; }

fence() { # EPOCH: an older controller must keep away, of a run that has not begun as well
  line_of "$base/fences/$run"
  [ "$1" -ge "${line:-0}" ] || { say fenced "$line"; end; }
  [ "$1" = "$line" ] || { mkdir -p "$base/fences" && store "$base/fences/$run" "$1"; } || busy "The host cannot write to $base."
}
never_again() { # a start of this run that is still on its way finds, when its turn comes, that it is over
  mkdir -p "$base/over" && true >"$base/over/$run" || busy "The host cannot write to $base."
  find "$base/over" "$base/fences" -type f -mtime +7 2>/dev/null | while read -r file; do [ -d "$base/runs/${file##*/}" ] || rm -f "$file"; done
}

lives() { # FILE of "pid start boot": the very process that wrote it; sets $pid and $doing
  line_of "$1"; set -- $line; [ -n "$1" ] || return 1
  pid=$1 stamp=$2 booted=$3; process "$1"; boot
  [ -n "$started" ] && [ "$stamp" = "$started" ] && [ "$booted" = "$boot" ]
}

start() {
  enter "$1" "$2"; epoch=$3 loops=$4 want_serial=$5 want_size=$6 want_wwn=$7 wish=$8 block=$9; shift 9; max_bad=$1 stale=$2 hot=$3 cool=$4 fio_plan=$5 badblocks_plan=$6
  for tool in $needed; do have $tool || {
    case $tool in flock) say impossible 'The run cannot be made exclusive: the host has no flock.' ;; *) say impossible "The surface cannot be tested: the host has no $tool." ;; esac; end; }; done
  case $wish in auto) have fio || have badblocks ;; *) have "$wish" ;; esac || {
    [ "$wish" = auto ] && wish='fio and no badblocks'; say impossible "The surface cannot be tested: the host has no $wish."; end; }
  fresh=1; [ -d "$dir" ] && { fresh=0; is_ours || not_ours; read_conf; }
  lock_of "$want_serial" "$want_size"
  take_turn || busy "The host cannot write to $base, or another call holds the disk."
  was_stopped
  [ -d "$dir" ] && { fresh=0; is_ours || not_ours; }
  fence "$epoch"
  [ -e "$dir/result" ] && { say ended; end; }
  [ $fresh = 0 ] && lives "$dir/pid" && { say running; end; }
  if ! lock_disk; then
    line_of "$lock"
    [ "$line" = "$run" ] && { say running; end; } # its runner was killed, its tool still writes
    say refused locked "The disk is locked: running as run ${line:-unknown}."; end
  fi
  find_disk || { say refused $code "$why"; end; }
  pin "$name" || { say refused $code "$why"; end; }
  lock_node || { say refused open "Another program holds a lock on /dev/$name."; end; }
  pinned_disk "$name" || { say refused $code "$why"; end; }
  labels=$dir/stale
  if [ $fresh = 1 ]; then
    labels=$base/runs/.stale.$run
    labels_in "$(printf '%s\n' "$stale" | while read -r code detail; do say refused "$code" "$detail"; done)" >"$labels" || [ ! -s "$labels" ] || busy "The host cannot write to $base/runs."
  fi
  case $badblocks_plan in *' b '*)
    no=$(refusals "$name" $([ $fresh = 1 ] && echo probe || echo again) "$labels")
    [ "$no" = clear ] || { [ $fresh = 0 ] || rm -f "$labels"; printf '%s\n' "${no:-$not_looked}"; end; } ;;
  esac
  if [ $fresh = 1 ]; then
    new=$base/runs/.new.$run; rm -rf "$new"
    mkdir "$new" && write_conf "$new" && store "$new/plan.fio" "$fio_plan" && store "$new/plan.badblocks" "$badblocks_plan" && mv "$labels" "$new/stale" &&
      true >"$new/state" && true >"$new/bad" && true >"$new/log" && mv "$new" "$dir" || { rm -rf "$new"; busy "The host cannot write to $base/runs."; }
  fi
  store "$dir/programme" "$programme" && printf '%s\n' "$run" >"$lock" || busy "The host cannot write to $dir."
  rm -f "$dir/pid" "$dir/stop" "$dir/cur" "$dir/tool" "$dir/hot"
  detach
  tries=0
  until [ -e "$dir/pid" ] || [ -e "$dir/result" ]; do tries=$((tries + 1)); [ $tries -lt 50 ] || busy 'The runner did not come up within ten seconds.'; nap; done
  say started
}

