# The host programme of Burnin: everything that is done on a NAS is done here. POSIX sh (dash, busybox ash, bash). It
# comes in on standard input, nothing is installed, and what outlives the connection is read from the run's directory.
#
# VERBS  inventory LOOPS · examine LOOPS SERIAL SIZE WWN · start BASE RUN EPOCH LOOPS SERIAL SIZE WWN BLOCK PER_IO MAX_BAD PLAN
#        status BASE RUN:SEEN... · stop BASE RUN EPOCH SERIAL SIZE · clean BASE RUN · run BASE RUN (the detached runner, by start only)
#        selftest-start BASE RUN EPOCH LOOPS SERIAL SIZE WWN KIND · selftest-status BASE RUN · selftest-abort BASE RUN EPOCH SERIAL SIZE
#        LOOPS is 1 where loop devices may join; PLAN is lines "index pattern first last"; WWN may be empty.
# ANSWER lines "tag word word ...". A word is printable ASCII; all else, and blank and %, is %XX by byte; empty is "-".
#        Tags that end in "|" carry the rest of their line as it is. The last line is "end": without it the answer is torn.
#   host PRODUCT UID KERNEL · tool NAME VERSION
#   disk NAME SERIAL WWN MODEL SIZE MEDIUM CELSIUS · fact NAME CODE DETAIL · smart RC · smart| JSON · nosmart WHY
#   started · running · ended · refused CODE DETAIL · fenced EPOCH · impossible WHY · failed WHY
#   now SECONDS · seen RUN none|alive|orphan|gone|ended EPOCH LINES, then of that run: cur INDEX PATTERN FIRST LAST STARTED
#   err| TEXT · seg INDEX PATTERN FIRST LAST START END RC BAD R W C · bad PATTERN BLOCK KIND · result WORD... · log| TEXT
#   stopped · still_running PID... · cleaned · not_ended · launched RC · found · before| JSON · text| TEXT
# FILES  BASE/runs/RUN: conf plan epoch pid cur cur.err state bad log result stop programme; BASE/locks/SERIAL-SIZE; BASE/over/RUN (was stopped)
# LOCKS  fd 9 is the disk's lock, taken by start and inherited by the runner and by every tool that writes: it is free only
#        when no writer lives. fd 3 is the disk itself: while it is open, the kernel gives its name to no other disk.
#        fd 8 makes the verbs that change a disk's run wait for each other.
LC_ALL=C; export LC_ALL; umask 077
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin

have() { command -v "$1" >/dev/null 2>&1; }
limited() { if have timeout; then timeout "$@"; else shift; "$@"; fi; }
nap() { sleep 0.2 2>/dev/null || sleep 1; }
end() { echo end; exit 0; }
fail() { say failed "$1"; end; }
raw() { sed "s/^/$1| /"; }

enc() { # sets $enc: the text as one word
  case $1 in
    '') enc=- ;;
    -|*[![:print:]]*|*%*) enc=$(printf %s "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g') ;;
    *) enc= rest=$1
      while :; do case $rest in *' '*) enc="$enc${rest%% *}%20" rest=${rest#* } ;; *) break ;; esac; done
      enc=$enc$rest ;;
  esac
}
say() { said=$1; shift; for word; do enc "$word"; said="$said $enc"; done; printf '%s\n' "$said"; }

line_of() { line=; { read -r line <"$1"; } 2>/dev/null; } # first line of a file, trimmed
udev_of() { # DEV KEY: what udev remembers, without touching the disk
  line=
  { while read -r word; do case $word in "E:$2="*) line=${word#*=}; return 0 ;; esac; done <"/run/udev/data/b$1"; } 2>/dev/null
  return 1
}

# --- which disks there are, and who they are -------------------------------------------------------------------------

disks() {
  for path in /sys/block/*; do
    name=${path##*/}
    case $name in
      ram*|zram*|dm-*|md*|sr*|fd*|zd*|drbd*|bcache*|mtdblock*|mmcblk*boot*|mmcblk*rpmb) continue ;;
      loop*) [ "$loops" = 1 ] || continue ;;
    esac
    line_of "$path/hidden"; [ "$line" = 1 ] && continue
    line_of "$path/size"; case $name:$line in loop*:0|nbd*:0) continue ;; esac
    echo "$name"
  done
}

look() { # NAME: sets $dev $size $serial $wwn $medium
  path=/sys/block/$1 serial='' wwn='' medium=unknown
  line_of "$path/dev"; dev=$line
  line_of "$path/size"; size=$((${line:-0} * 512))
  line_of "$path/queue/rotational"; case $1:$line in loop*) medium=loop ;; nvme*) medium=nvme ;; *:1) medium=hdd ;; *:0) medium=ssd ;; esac
  case $1 in loop*)
    # What the kernel holds open, not what a path leads to.
    serial=$(losetup -n -l -O BACK-MAJ:MIN,BACK-INO "/dev/$1" 2>/dev/null | awk -v size="$size" 'NF==2 {sub(":",".",$1); print "loop-" $1 "-" $2 "-" size}')
    return ;;
  esac
  line_of "$path/device/serial"; serial=$line
  [ -n "$serial" ] || ! [ -r "$path/device/vpd_pg80" ] || serial=$(tail -c +5 "$path/device/vpd_pg80" 2>/dev/null | tr -cd '[:print:]' | sed 's/^ *//; s/ *$//')
  [ -n "$serial" ] || { line_of "$path/serial"; serial=$line; }
  [ -n "$serial" ] || { udev_of "$dev" ID_SCSI_SERIAL || udev_of "$dev" ID_SERIAL_SHORT; serial=$line; }
  [ -n "$serial" ] || serial=$(lsblk -dno SERIAL "/dev/$1" 2>/dev/null | sed 's/^ *//; s/ *$//; q')
  case $serial in *[![:print:]]*) serial= ;; esac # a name that cannot be typed proves nothing
  line_of "$path/device/wwid"; [ -n "$line" ] || line_of "$path/wwid"
  case $line in naa.*|eui.*) wwn=0x$(printf %s "${line#*.}" | tr 'A-F' 'a-f') ;; esac
}

tell() { # NAME: the disk line of what look has found
  case $medium in
    loop) model='Loop device' ;;
    *) line_of "$path/device/model"; model=$line; if udev_of "$dev" ID_MODEL; then model=$(printf %s "$line" | tr _ ' '); fi ;;
  esac
  celsius=
  for sensor in "$path"/device/hwmon/hwmon*/temp1_input "$path"/device/hwmon*/temp1_input; do
    [ -r "$sensor" ] && { line_of "$sensor"; case $line in ''|*[!0-9]*) ;; *) celsius=$((line / 1000)) ;; esac; }
  done
  say disk "$1" "$serial" "$wwn" "$model" "$size" "$medium" "$celsius"
}

# --- what speaks against writing: every fact that is found, and "unknown" for every look that could not be done -----------

gather() { # once per call: what the whole host has in use
  mounts=$(cat /proc/self/mountinfo 2>/dev/null) || mounts=
  swaps=$(cat /proc/swaps 2>/dev/null) || swaps=unknown
  pools='' pools_why=''
  if [ -e /sys/module/zfs ]; then
    if ! have zpool; then pools_why='ZFS is loaded but zpool is not there to say which disks it uses'
    elif ! pools=$(limited 15 zpool status -LP 2>&1); then pools_why="zpool status failed: $pools"; fi
  fi
}

fact() { say fact "$looked" "$1" "$2"; }

facts() { # NAME cached|probe, after look NAME
  looked=$1
  [ "$size" -gt 0 ] || fact zero_size "$1 reports no capacity."
  [ -n "$serial" ] || fact no_serial "$1 reports no serial, so nothing can prove which drive it is."
  [ -n "$mounts" ] || fact unknown 'The mounts of the host could not be read.'
  [ "$swaps" != unknown ] || fact unknown 'The swap areas of the host could not be read.'
  [ -z "$pools_why" ] || fact unknown "$pools_why."
  parts=
  for part in "$path"/"$1"*/partition; do [ -e "$part" ] && { part=${part%/partition}; parts="$parts ${part##*/}"; }; done
  [ -z "$parts" ] || fact partitions "$1 has partitions:$parts."
  for node in $1 $parts; do
    place=$path; [ "$node" = "$1" ] || place=$path/$node
    line_of "$place/dev"; node_dev=$line
    printf '%s\n' "$mounts" | awk -v dev="$node_dev" -v node="/dev/$node" '{from = ""; for (i = 7; i < NF - 1; i++) if ($i == "-") from = $(i + 2)}
      $3 == dev || from == node {print ($5 ~ /^\/(boot(\/.*)?|usr)?$/ ? "boot" : "mounted"), $5}' | sort -u | head -n 5 |
      while read -r code where; do fact "$code" "$node is mounted at $where."; done
    case "
$swaps" in *"
/dev/$node "*|*"
/dev/$node	"*) fact swap "$node is a swap area." ;; esac
    for holder in "$place"/holders/*; do [ -e "$holder" ] && fact holder "$node is held by ${holder##*/}."; done
    pool=$(printf '%s\n' "$pools" | awk -v node="/dev/$node" '$1 == "pool:" {pool = $2} $1 == node {print pool; exit}')
    [ -z "$pool" ] || fact pool "$node belongs to the imported pool $pool."
    if [ "$2" = probe ] && have zdb; then
      pool=$(limited 15 zdb -l "/dev/$node" 2>/dev/null | awk '/pool_guid/ {found = 1} $1 == "name:" && name == "" {name = $2} END {if (found) print name == "" ? "?" : name}')
      [ -z "$pool" ] || fact signature "$node carries the label of ZFS pool $pool."
    fi
  done
  [ "$size" -gt 0 ] || return 0
  if [ "$2" = cached ] && [ "$medium" != loop ] && [ -r "/run/udev/data/b$dev" ]; then
    for key in ID_FS_TYPE ID_PART_TABLE_TYPE; do udev_of "$dev" $key && fact signature "$1 carries a signature: $line."; done
    return 0
  fi
  signature=$(limited 30 blkid -p -o export "/dev/$1" 2>&1); rc=$?
  case $rc in
    2) [ -z "$signature" ] || fact unknown "blkid could not read $1: $signature" ;;
    0) fact signature "$1 carries a signature: $(printf '%s\n' "$signature" | sed -n 's/^TYPE=//p; s/^PTTYPE=//p' | tr '\n' ' ' | sed 's/ $//')." ;;
    8) fact signature "$1 carries more than one signature." ;;
    *) fact unknown "blkid could not say what is on $1 (exit $rc)." ;;
  esac
  return 0
}

only_root() { [ "$(id -u)" = 0 ] || fact unknown 'Only root can look at disks, and this login is not root.'; }

find_disk() { # sets $name, or says why not in $code and $why
  name='' code=unknown why="No disk on the host answers to serial $want_serial."
  for candidate in $(disks); do
    look "$candidate"
    [ "$serial" = "$want_serial" ] || continue
    if [ -n "$name" ]; then why="$name and $candidate both report serial $want_serial."; name='' code=duplicate_serial; return 1; fi
    name=$candidate
  done
  [ -n "$name" ] && same_disk "$name"
}

same_disk() { # NAME: is it the ordered disk? After look, so that facts may follow
  look "$1"; code=identity
  if [ -z "$serial" ] || [ "$serial" != "$want_serial" ] || [ "$size" != "$want_size" ]; then
    why="$1 is serial $serial with $size bytes; this job is for serial $want_serial with $want_size bytes."; return 1
  fi
  if [ -n "$want_wwn" ] && [ -n "$wwn" ] && [ "$wwn" != "$want_wwn" ]; then why="$1 has WWN $wwn; this job is for $want_wwn."; return 1; fi
}

pin() { (exec 3<"/dev/$1") 2>/dev/null || { code=unknown why="/dev/$1 cannot be opened."; return 1; }; exec 3<"/dev/$1"; } # tried first: a failing exec ends a shell

pinned_disk() { # NAME: is the disk that fd 3 holds open still the ordered one? The drive itself is asked where it can answer.
  same_disk "$1" || return 1
  held=$(stat -L -c %t:%T /proc/self/fd/3 2>/dev/null)
  [ "$held" = "$(printf '%x:%x' "${dev%:*}" "${dev#*:}")" ] || { why="/dev/$1 is device $held, but the disk is $dev."; return 1; }
  [ "$medium" != loop ] && have smartctl || return 0
  asked=$(limited 30 smartctl -i "/dev/$1" 2>/dev/null | sed -n 's/^Serial [Nn]umber: *//p' | sed 's/ *$//; q')
  [ -z "$asked" ] || [ "$asked" = "$want_serial" ] || { why="$1 is serial $want_serial to the kernel, but the drive itself says $asked."; return 1; }
}

refusals() { # NAME: of a disk that pinned_disk has just seen: "clear", or "refused ..." lines; a look that broke off is never clear
  gather
  found=$({ looked=$1; only_root; facts "$1" probe && echo checked; })
  case $found in
    checked) echo clear ;;
    *checked) printf '%s\n' "$found" | sed -n 's/^fact [^ ]* /refused /p' ;;
  esac
}
not_looked='refused unknown The%20look%20at%20the%20disk%20was%20not%20completed.'

smart_of() { # NAME
  case $1 in loop*) say nosmart 'a loop device has no SMART'; return ;; esac
  have smartctl || { say nosmart 'the host has no smartctl'; return; }
  json=$(limited 60 smartctl -n standby -x --json=c "/dev/$1" 2>&1); say smart $?
  printf '%s\n' "$json" | raw smart
}

inventory() {
  loops=$1
  product=$(. /etc/os-release 2>/dev/null && printf %s "$PRETTY_NAME"); line_of /etc/version
  case $line in *TrueNAS*) product="$line" ;; esac
  say host "${product:-$(uname -s)}" "$(id -u)" "$(uname -sr)"
  for tool in badblocks flock setsid stat smartctl blkid zpool fio losetup; do have $tool || continue
    case $tool in
      badblocks) version=$(dumpe2fs -V 2>&1 | sed -n 's/^dumpe2fs \([^ ]*\).*/\1/p') ;;
      smartctl) version=$(smartctl -V 2>/dev/null | sed -n '1s/^smartctl \([^ ]*\).*/\1/p') ;;
      fio) version=$(fio --version 2>/dev/null) ;;
      *) version= ;;
    esac
    say tool $tool "$version"
  done
  gather
  for candidate in $(disks); do look "$candidate"; tell "$candidate"; looked=$candidate; only_root; facts "$candidate" cached; done
}

examine() {
  loops=$1 want_serial=$2 want_size=$3 want_wwn=$4
  find_disk || [ $code = identity ] || { say nosmart "$why"; return; }
  look "$name"; tell "$name"; gather; looked=$name; only_root; facts "$name" probe
  smart_of "$name"
}

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

[ "$(uname -s)" = Linux ] || fail "This host runs $(uname -s); only Linux hosts are understood so far."
verb=$1; shift
case $verb in
  inventory|examine|start|run|status|stop|clean) "$verb" "$@" ;;
  selftest-start) selftest_start "$@" ;;
  selftest-status) selftest_status "$@" ;;
  selftest-abort) selftest_abort "$@" ;;
  *) fail "Unknown verb: $verb" ;;
esac
end
