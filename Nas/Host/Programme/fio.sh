# --- fio: every 4 KiB says where it belongs and to which run and pass, so that misplaced, lost and stale writes show ----------

fio_to() { # ERRORS JSON OPTION...
  errors=$1 json=$2; shift 2
  exec fio $fio_progress --name=burnin --thread --group_reporting --verify_fatal=1 --verify_state_save=0 --percentile_list=50:99:99.9 --eta=never --output-format=json --output="$json" "$@" >/dev/null 2>"$errors"
}
tagged() { echo "--verify=$mode --verify_pattern=$1 --verify_interval=4096 --do_verify=0"; } # ID
tag_of() { # what this run writes in this pass, and no other run writes anywhere
  set -- $(printf %s "$run-$pass" | cksum) $(printf %s "$pass-$run" | cksum)
  tag=$(printf '0x%08x%08x' "$1" "$3")
}

# No table of versions: what this very fio sees is tried on a file, once for each version on a host.
fio_version() { version=$(fio --version 2>/dev/null | tr -c 'A-Za-z0-9.\n-' _); }
prove_fio() { # sets $mode and $version, or says why not in $why
  fio_version; proof=$base/proofs/${version:-fio}
  line_of "$proof"; case $line in
    'no '*) why=${line#no }; return 1 ;;
    ?*) mode=$line; return ;;
  esac
  mkdir -p "$base/proofs" || cannot_write
  for mode in meta pattern_hdr; do
    sees_all && { store "$proof" "$mode" || cannot_write; return; }
    note "fio $version, $mode: $why"
  done
  blind=$why mode='' why="fio ($version) could not be proved on this host: $why."
  case $blind in 'it does not'*) store "$proof" "no $why" || cannot_write ;; esac # a full file system proves nothing for good
  return 1
}
on_file() { file=$1; shift; (fio_to scratch.err scratch.json --filename="$file" --bs=64k --size=262144 --ioengine=psync --allow_file_create=1 "$@") </dev/null 3<&- 4<&- 9>&-; }
sample_tag=0x1122334455667788 # of what a run writes beside itself, to know whether another fio reads it
on_scratch() { on_file scratch "$@"; }
sees_all() {
  rm -f scratch; why='it could not write its own test file'
  one=0x1122334455667788 two=0x1122334455667799
  on_scratch --rw=write $(tagged $one) || return 1
  why='it does not find what it has written'; on_scratch --rw=read $(tagged $one) || return 1
  why='it does not see what another run has written'; on_scratch --rw=read $(tagged $two) && return 1
  cp scratch scratch.good || return 1
  why='it does not see a changed byte'
  printf '\001' | dd of=scratch bs=1 seek=100000 conv=notrunc 2>/dev/null
  cmp -s scratch scratch.good && return 1
  on_scratch --rw=read $(tagged $one) && return 1
  cp scratch.good scratch || return 1
  why='it does not see two blocks that changed places'
  dd if=scratch.good of=scratch bs=4096 skip=7 seek=21 count=1 conv=notrunc 2>/dev/null
  dd if=scratch.good of=scratch bs=4096 skip=21 seek=7 count=1 conv=notrunc 2>/dev/null
  on_scratch --rw=read $(tagged $one) && return 1
  rm -f scratch scratch.good scratch.err scratch.json; why=
}

# Before every segment: an upgrade may put another fio in the place of the one that was proved. It must be proved as well, in
# the mode of this run, and read what the one before has written: else what it calls different is no fault of the drive.
check_fio() {
  [ "$engine" = fio ] && [ $writes = 1 ] || return 0
  fio_version; [ "$version" != "$proved" ] || return 0
  note "$proved was proved, and ${version:-nothing} is there now"
  why="fio is gone: $proved has done the work until now."; have fio || finish aborted "$why"
  wanted=$mode; prove_fio || finish aborted "$why"
  [ "$mode" = "$wanted" ] || finish aborted "fio was exchanged during the run, $proved for $version: the new one is proved to see all in another way alone."
  on_file sample --rw=read $(tagged $sample_tag) || finish aborted "fio was exchanged during the run, $proved for $version: the new one does not read what the other has written."
  proved=$version; store mode "$mode $proved" || cannot_write
}

fio_sizes() { echo 1048576:2 1048576:8 4194304:4 16777216:2; }
fio_speed() { # sets $speed
  case $kind in w) how=write ;; *) how=read ;; esac
  attend fio_on_disk speed.err speed.json $how $((first * block)) "$sample" "$try_bytes" "$try_depth" --runtime=3
  figures speed.json $how; speed=$per_second
}
fio_on_disk() { # ERRORS JSON READ_OR_WRITE FROM BYTES IO DEPTH OPTION...
  set -- "$@" --filename="/dev/$name" --direct=1 --ioengine="$aio" --rw="$3" --offset="$4" --size="$5" --bs="$6" --iodepth="$7"
  errors=$1 json=$2; [ "$3" = read ] || set -- "$@" --end_fsync=1 # what counts as written is not in the drive's cache
  shift 7; fio_to "$errors" "$json" "$@"
}

figures() { # JSON READ_OR_WRITE: sets $moved $per_second $ms $p50 $p99 $p999 $max (microseconds); $moved is empty without a report
  set -- $(awk -v half="\"$2\"" '
    {gsub(/[,:{]/, " ")}
    $1 == "\"read\"" || $1 == "\"write\"" || $1 == "\"trim\"" {inside = $1 == half; slow = 0}
    !inside {next}
    $1 == "\"slat_ns\"" || $1 == "\"lat_ns\"" {slow = 0}
    $1 == "\"clat_ns\"" {slow = 1}
    $1 == "\"io_bytes\"" {moved = $2}
    $1 == "\"bw_bytes\"" {speed = $2}
    $1 == "\"runtime\"" {ms = $2}
    slow && $1 == "\"max\"" {max = int($2 / 1000)}
    slow && $1 ~ /^"50\.0/ {p50 = int($2 / 1000)}
    slow && $1 ~ /^"99\.00/ {p99 = int($2 / 1000)}
    slow && $1 ~ /^"99\.90/ {p999 = int($2 / 1000)}
    END {if (moved != "") printf "%.0f %.0f %.0f %d %d %d %d", moved, speed, ms, p50, p99, p999, max}' "$1" 2>/dev/null)
  moved=${1-} per_second=${2:-0} ms=${3:-0} p50=${4:-0} p99=${5:-0} p999=${6:-0} max=${7:-0}
}

fio_segment() {
  tag_of
  case $kind in
    w) fio_way write "$(tagged "$tag")"; write_figures=$measured ;;
    v) fio_way read "$(tagged "$tag")"; read_figures=$measured ;;
    r) fio_way read ''; read_figures=$measured ;;
  esac
}

# The whole segment in one direction. After the first error all is done again one I/O after the other, so that what lies
# before an error is known to be done; the I/O that failed is then tried block by block.
fio_way() { # READ_OR_WRITE OPTIONS: sets $measured
  half=$1 options=$2 at=$from depth=$io_depth io=$io_bytes early='' total_ms=0 largest=0 slowest=0 percentiles='- - -'
  while [ $whole = 1 ] && [ "$at" -lt "$to" ]; do
    bytes=$(((to - at) / io * io)); [ $bytes -gt 0 ] || { bytes=$((to - at)) io=$block; } # fio rounds down to whole I/Os
    fio_piece "$at" $bytes "$io" "$depth"
    total_ms=$((total_ms + ms)); [ "$max" -le "$slowest" ] || slowest=$max
    [ "${moved:-0}" -lt "$largest" ] || largest=$moved percentiles="$p50 $p99 $p999"
    if [ -z "$failed_at" ]; then at=$((at + bytes))
    elif [ "$depth" -gt 1 ]; then depth=1 early="$failed_at $failed_bytes $fault"
    else at=$((failed_at + failed_bytes)) io=$io_bytes; fio_probe "$failed_at" "$at" "$fault"; fi
  done
  if [ -n "$early" ] && [ $whole = 1 ]; then # what failed once and was right when all was done again is told as such
    set -- $early
    awk -v from=$(($1 / block)) -v to=$((($1 + $2) / block)) '$2 >= from && $2 < to {found = 1} END {exit !found}' segment.bad || fio_bad $(($1 / block)) "$3" 0
  fi
  measured="$total_ms $percentiles $slowest"
}

fio_piece() { # FROM BYTES IO DEPTH: sets $failed_at $failed_bytes $fault, empty where nothing failed, and the figures
  store half "$half $(($1 - from))" || cannot_write
  attend fio_on_disk fio.err fio.json $half "$1" "$2" "$3" "$4" $options
  figures fio.json $half
  set -- "$1" "$2" $(sed -n '
    s/.*io_u error.*: \([a-z]*\) offset=\([0-9]*\), buflen=\([0-9]*\).*/\2 \3 \1/p
    s/.*(requested block: offset=\([0-9]*\), length=\([0-9]*\).*/\1 \2 different/p' fio.err | sort -n | head -n 1)
  failed_at=${3-} failed_bytes=${4-} fault=${5-}
  case $fault in ''|read|write|different) ;; *) fault=write ;; esac # a flush that failed
  [ -z "$failed_at" ] || { head -n 5 fio.err >>log; return; }
  [ $rc = 0 ] && [ "$moved" = "$2" ] && [ ! -s fio.err ] && return
  [ -n "$moved" ] || [ -s fio.err ] || cannot_write # neither a report nor a complaint: there was no room for them
  is_pinned
  finish aborted "fio ended with exit $rc after ${moved:-no} of $2 bytes in segment $index: $(head -n 1 fio.err | cut -c 1-300)"
}

fio_probe() { # FROM TO FAULT: block by block, each until it is right or wrong by itself
  probe_at=$1 probe_to=$2 found=0; is_pinned
  while [ "$probe_at" -lt "$probe_to" ]; do
    fio_piece "$probe_at" $((probe_to - probe_at)) "$block" 1
    [ -n "$failed_at" ] || break
    found=1; fio_bad $((failed_at / block)) "$fault" 1
    [ $whole = 1 ] || return
    probe_at=$((failed_at + block))
  done
  [ $found = 1 ] || fio_bad $(($1 / block)) "$3" 0
}

fio_bad() { # BLOCK FAULT CONFIRMED
  listed=$((listed + 1))
  case $2 in read) reads=$((reads + 1)) ;; write) writes_failed=$((writes_failed + 1)) ;; different) differ=$((differ + 1)) ;; esac
  echo "$pass $1 $2 $3" >>segment.bad || cannot_write
  bad_now=$(($(cut -d' ' -f2 bad segment.bad | sort -un | wc -l)))
  [ $bad_now -lt "$max_bad" ] || whole=0
}

