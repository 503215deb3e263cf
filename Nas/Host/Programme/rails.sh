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

