# --- Linux: which disks there are, who they are, what speaks against writing, and how processes and locks are looked at -----
# What is defined in here is all that differs between the systems; the other one defines the same.

linux() {

udev_of() { # DEV KEY: what udev remembers, without touching the disk
  line=
  { while read -r word; do case $word in "E:$2="*) line=${word#*=}; return 0 ;; esac; done <"/run/udev/data/b$1"; } 2>/dev/null
  return 1
}

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

describe() { # NAME, after look: sets $model
  case $medium in
    loop) model='Loop device' ;;
    *) line_of "$path/device/model"; model=$line; if udev_of "$dev" ID_MODEL; then model=$(printf %s "$line" | tr _ ' '); fi ;;
  esac
}

sensed() { # NAME: sets $celsius from the kernel's own sensor, empty where there is none
  celsius=
  for sensor in "/sys/block/$1"/device/hwmon/hwmon*/temp1_input "/sys/block/$1"/device/hwmon*/temp1_input; do
    [ -r "$sensor" ] && { line_of "$sensor"; is_number "$line" && celsius=$((line / 1000)); }
  done
}

native_of() { # NAME, after look: what an ATA disk holds in all; says "visible native" in sectors, or nothing
  have hdparm && limited 20 hdparm -N "/dev/$1" 2>/dev/null | sed -n '/invalid/d; s|^ *max sectors *= *\([0-9][0-9]*\)/\([0-9][0-9]*\).*|\1 \2|p'
}

smart_node() { smart_node=/dev/$1; } # by which smartctl knows the drive

paths_of() { # NAME: sets $port $address $controller $pci $sas, the other names by which the kernel's log knows the disk
  port='' address='' controller='' pci='' sas=''
  path=$(readlink -f "/sys/block/$1/device" 2>/dev/null) host=
  for step in $(printf %s "$path" | tr / ' '); do
    case $step in
      ata[0-9]*) port=$step ;;
      host[0-9]*) host=$step ;;
      [0-9]*:[0-9]*:[0-9]*:[0-9]*) address=$step ;;
      [0-9a-f]*:[0-9a-f]*:[0-9a-f]*.[0-9]) pci=$step ;;
    esac
  done
  line_of "/sys/block/$1/device/sas_address"; sas=$line
  case $1 in nvme*) controller=${1%n[0-9]*} ;; esac
  [ -n "$host" ] || return 0
  host=${path%%/"$host"/*}/$host/scsi_host/$host
  line_of "$host/proc_name"; controller=$line
  case $controller in mpt*) line_of "$host/unique_id"; controller=${controller}_cm$line ;; esac
}

kernel_lines() { # SINCE: lines "SECONDS TEXT", or "- unreadable". journald keeps also what came before the last start
  if have journalctl; then
    found=$(limited 15 journalctl -q --no-pager -o short-unix --since "@$1" _TRANSPORT=kernel 2>/dev/null | awk '{at = int($1); sub(/^[^ ]+ [^ ]+ kernel: /, ""); if (at > 0) print at, $0}' | grep -E "$kernel_words" | tail -n 500)
    [ -z "$found" ] || { printf '%s\n' "$found"; return; }
  fi
  dmesg >/dev/null 2>&1 || { echo '- unreadable'; return; }
  read -r up rest </proc/uptime # dmesg counts from the start of the host
  dmesg 2>/dev/null | awk -v since="$1" -v start=$(($(date +%s) - ${up%.*})) '
    match($0, /^(<[0-9]+>)?\[ *[0-9]+\.[0-9]+\] /) {
      text = substr($0, RLENGTH + 1); stamp = substr($0, 1, RLENGTH); gsub(/^<[0-9]+>|[][ ]/, "", stamp)
      at = start + int(stamp); if (at >= since - 1) print at, text}'
}

gather() { # once per call: what the whole host has in use
  mounts=$(cat /proc/self/mountinfo 2>/dev/null) || mounts=
  swaps=$(cat /proc/swaps 2>/dev/null) || swaps=unknown
  pools='' pools_why=''
  if [ -e /sys/module/zfs ]; then
    if ! have zpool; then pools_why='ZFS is loaded but zpool is not there to say which disks it uses'
    elif ! pools=$(limited 15 zpool status -LP 2>&1); then pools_why="zpool status failed: $pools"; fi
  fi
  targets=$(cat /sys/kernel/config/target/core/iblock_*/*/udev_path /sys/kernel/scst_tgt/devices/*/filename 2>/dev/null)
}

facts() { # NAME cached|probe|again, after look NAME; again is within a run, which may meet bad blocks anywhere
  looked=$1
  basic_facts "$1"
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
    case "
$targets
" in *"
/dev/$node
"*) fact open "$node is exported to other machines as a block device." ;; esac
    if [ "$2" != cached ]; then zfs_label "$node"; open_facts "$node"; fi
  done
  [ "$size" -gt 0 ] || return 0
  if [ "$2" = probe ] && ! { is_readable 0 && is_readable $((size / 4096 - 1)); }; then
    fact unknown "$1 cannot be read where labels are, so nothing says that it is empty."
  fi
  if [ "$2" = cached ] && [ "$medium" != loop ] && [ -r "/run/udev/data/b$dev" ]; then
    for key in ID_FS_TYPE ID_PART_TABLE_TYPE; do udev_of "$dev" $key && fact signature "$1 carries a signature: $line."; done
    return 0
  fi
  signature=$(limited 30 blkid -p -o export "/dev/$1" 2>&1); rc=$?
  case $rc in
    2) [ -z "$signature" ] || fact unknown "blkid could not read $1: $signature" ;;
    0) printf '%s\n' "$signature" | sed -n 's/^TYPE=//p; s/^PTTYPE=//p' | while read -r kind; do fact signature "$1 carries a signature: $kind."; done ;;
    8) # each by its own name: one that is overwritten must not make the others another fact
      kinds=''; ! have wipefs || kinds=$(limited 30 wipefs -p "/dev/$1" 2>/dev/null | awk -F, '!/^#/ && $4 != "" {print $4}' | sort -u)
      for kind in $kinds; do fact signature "$1 carries a signature: $kind."; done
      [ -n "$kinds" ] || fact signature "$1 carries more than one signature." ;;
    *) fact unknown "blkid could not say what is on $1 (exit $rc)." ;;
  esac
  return 0
}

is_readable() { # BLOCK of 4096 bytes; from the drive itself where dd can, and not from what the kernel remembers
  for flag in iflag=direct ''; do limited 30 dd if="/dev/$looked" of=/dev/null bs=4096 count=1 skip="$1" $flag 2>/dev/null && return; done
  return 1
}

# Whoever has it open for writing, ourselves aside, and whoever the kernel lets have it alone. Readers come and go all day:
# a look at the temperature must not end a test.
open_facts() { # NODE
  writer=$(written_by "$1")
  if [ -n "$writer" ]; then nap; nap; writer=$(written_by "$1"); fi
  [ -z "$writer" ] || { line_of "/proc/$writer/comm"; fact open "$1 is open for writing in process $writer (${line:-unknown})."; }
  if have perl; then alone=$(perl -MFcntl -e 'sysopen(my $h, $ARGV[0], O_RDONLY | O_EXCL) and print "free" or $!{EBUSY} and print "held"' "/dev/$1" 2>/dev/null)
  elif have python3; then alone=$(python3 -c 'import errno, os, sys
try:
  os.open(sys.argv[1], os.O_RDONLY | os.O_EXCL)
  print("free")
except OSError as e: print("held" if e.errno == errno.EBUSY else "")' "/dev/$1" 2>/dev/null)
  elif have e2fsck; then # asks the same by itself, and says so; -n writes nothing, and there is no superblock where it is sent to look
    case $(limited 30 e2fsck -n -b 3 -B 1024 "/dev/$1" 2>&1) in *'is in use.'*|*'is mounted.'*) alone=held ;; *'uperblock'*|*'super-block'*) alone=free ;; *) alone= ;; esac
  else alone=nobody; fi
  case $alone in
    free) ;;
    nobody) fact unknown "Whether $1 is held by the kernel or a program could not be asked: the host has none of perl, python3 and e2fsck." ;;
    held) fact open "$1 is held by the kernel or a program that wants it for itself." ;;
    *) fact unknown "Whether $1 is held by the kernel or a program could not be asked." ;;
  esac
}

written_by() { # NODE: a process that has it open for writing; ours have the disk's lock open as well
  for handle in /proc/[0-9]*/fd/*; do
    [ "$handle" -ef "/dev/$1" ] || continue
    process=${handle%/fd/*}
    [ -n "$lock" ] && [ "$process/fd/9" -ef "$lock" ] && continue
    while read -r key value; do case $key$value in flags:*[12]) echo "${process#/proc/}"; return ;; esac; done <"$process/fdinfo/${handle##*/}"
  done 2>/dev/null
}

pin() { (exec 3<"/dev/$1") 2>/dev/null || { code=unknown why="/dev/$1 cannot be opened."; return 1; }; exec 3<"/dev/$1"; } # tried first: a failing exec ends a shell
lock_node() { flock -w 5 3; } # udev and sfdisk keep away from a disk that somebody has locked

still_pinned() { # NAME, after look: does fd 3 hold just this disk open?
  held=$(stat -L -c %t:%T /proc/self/fd/3 2>/dev/null)
  [ "$held" = "$(printf '%x:%x' "${dev%:*}" "${dev#*:}")" ] || { why="/dev/$1 is device $held, but the disk is $dev."; return 1; }
}

pinned_name() { # sets $name: the disk that fd 3 holds open
  held=$(stat -L -c %t:%T /proc/self/fd/3) name=''
  for path in /sys/block/*; do line_of "$path/dev"; [ "$(printf '%x:%x' "${line%:*}" "${line#*:}")" = "$held" ] && name=${path##*/}; done
}

product() { product=$(. /etc/os-release 2>/dev/null && printf %s "$PRETTY_NAME"); line_of /etc/version; case $line in *TrueNAS*) product="$line" ;; esac; }
needed='flock setsid stat blkid awk sed od tr cksum'
aio=libaio
fio_progress= # the kernel says how far it is

take_turn() { mkdir -p "$base/runs" "$base/locks" && (exec 8>>"$lock.turn") 2>/dev/null && exec 8>>"$lock.turn" && flock -w 30 8; }
lock_is_free() { (exec 9>>"$lock" && flock -n 9) 2>/dev/null; } # only in one's turn: it takes the lock for a moment
lock_disk() { (exec 9>>"$lock") 2>/dev/null || busy "The host cannot write to $lock."; exec 9>>"$lock"; flock -n 9; }
holders_of_lock() { # pids of all that have the lock of the disk open: the runner, its tools, and their orphans
  # By thread: one that waits for a drive that does not answer outlives the rest of its process.
  for task in /proc/[0-9]*/task/*; do [ "$task/fd/9" -ef "$lock" ] && echo "${task%/task/*}"; done 2>/dev/null | sort -u | sed 's#/proc/##' | tr '\n' ' '
}
detach() { setsid /bin/sh "$dir/programme" run "$base" "$run" </dev/null >/dev/null 2>&1 8>&- & }

is_idle() { # NAME: nothing that was asked of the drive is still on its way
  line_of "/sys/block/$1/inflight"; set -- $line; [ $((${1:-0} + ${2:-0})) = 0 ]
}

boot() { line_of /proc/sys/kernel/random/boot_id; boot=$line; }
process() { # PID: sets $started, to tell a pid from its next owner, and $doing; empty for a dead one
  line_of "/proc/$1/stat"; set -- ${line##*) }; doing=$1
  case $1 in ''|Z|X) started='' doing='' ;; *) started=${20} ;; esac
}
centiseconds() { read -r line rest </proc/uptime; centiseconds=${line%.*}${line#*.}; }
moved() { # PID: sets $wrote and $read, what a tool has moved so far, in bytes
  wrote=0 read=0
  while read -r key value; do case $key in write_bytes:) wrote=$value ;; read_bytes:) read=$value ;; esac; done <"/proc/$1/io"
} 2>/dev/null

}

