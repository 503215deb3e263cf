# --- FreeBSD (TrueNAS CORE): the same as for Linux, told by GEOM --------------------------------------------------------------
# GEOM knows all that stands on a disk: partitions, labels, mirrors, encryption, and who has which of them open how. One look
# at its tree answers what Linux answers in a dozen places. It has been tried against pretended tools only: docs/safety.md.

freebsd() {

tab='	' turn=0

# Sets $mesh, lines of words between tabs, "-" for an empty word; none of them where the tree could not be read whole:
#   P ID GEOM CLASS MODE NAME TYPE IDENT LUNID ROTATION DESCR   a provider, what can be opened: a disk, a partition, a label
#   C GEOM PROVIDER MODE                                        a consumer: this geom uses that provider
#   G ID CLASS NAME SCHEME                                      a geom, what makes providers out of others
read_mesh() {
  mesh=$(sysctl -n kern.geom.confxml 2>/dev/null | awk '
    function text() {sub(/^[^>]*>/, ""); sub(/<\/[^<]*$/, ""); gsub(/\t/, " "); gsub(/&#x26;/, "\\&"); return $0 == "" ? "-" : $0}
    function id() {split($0, quoted, "\""); return quoted[2]}
    {sub(/^[ \t]+/, "")}
    /^<class id=/ {level = "class"; class = "-"}
    /^<geom id=/ {level = "geom"; geom = id(); geom_name = scheme = "-"}
    /^<consumer id=/ {level = "consumer"; used = mode = "-"}
    /^<provider id=/ {level = "provider"; provider = id(); mode = name = type = ident = lunid = rotation = descr = "-"}
    /^<provider ref=/ && level == "consumer" {used = id()}
    /^<name>/ && level == "class" && class == "-" {class = text()}
    /^<name>/ && level == "geom" && geom_name == "-" {geom_name = text()}
    /^<name>/ && level == "provider" && name == "-" {name = text()}
    /^<mode>/ {mode = text()}
    /^<scheme>/ && level == "geom" {scheme = text()}
    level == "provider" {
      if (/^<type>/) type = text(); else if (/^<ident>/) ident = text(); else if (/^<lunid>/) lunid = text()
      else if (/^<rotationrate>/) rotation = text(); else if (/^<descr>/) descr = text()
    }
    /^<\/consumer>/ {lines = lines "C\t" geom "\t" used "\t" mode "\n"; level = "geom"}
    /^<\/provider>/ {lines = lines "P\t" provider "\t" geom "\t" class "\t" mode "\t" name "\t" type "\t" ident "\t" lunid "\t" rotation "\t" descr "\n"; level = "geom"}
    /^<\/geom>/ {lines = lines "G\t" geom "\t" class "\t" geom_name "\t" scheme "\n"; level = "class"}
    /^<\/mesh>/ {whole = 1}
    END {if (whole) printf "%s", lines}')
}

# All that stands on a disk, itself first: "N NAME CLASS MODE TYPE" what can be opened, "U NAME CLASS GEOM MODE SCHEME" who uses it.
tree_of() { # NAME
  printf '%s\n' "$mesh" | awk -F'\t' -v disk="$1" '
    function climb(p, depth,   i, j, g) {
      if (depth > 30 || seen[p]++) return
      print "N\t" name[p] "\t" class[p] "\t" mode[p] "\t" type[p]
      for (i = 1; i <= uses[p]; i++) {
        g = user[p, i]
        print "U\t" name[p] "\t" geom_class[g] "\t" geom_name[g] "\t" use_mode[p, i] "\t" scheme[g]
        for (j = 1; j <= makes[g]; j++) climb(made[g, j], depth + 1)
      }
    }
    $1 == "P" {name[$2] = $6; class[$2] = $4; mode[$2] = $5; type[$2] = $7; made[$3, ++makes[$3]] = $2; if ($6 == disk && ($4 == "DISK" || $4 == "MD")) top = $2}
    $1 == "C" {user[$3, ++uses[$3]] = $2; use_mode[$3, uses[$3]] = $4}
    $1 == "G" {geom_class[$2] = $3; geom_name[$2] = $4; scheme[$2] = $5}
    END {if (top != "") climb(top, 0)}'
}

disks() {
  for name in $(sysctl -n kern.disks 2>/dev/null | tr ' ' '\n' | sort) $([ "$loops" != 1 ] || mdconfig -l 2>/dev/null); do
    case $name in cd*|fd*|mmcsd*boot*|mmcsd*rpmb) continue ;; esac
    echo "$name"
  done
}

look() { # NAME: sets $dev $size $serial $wwn $medium, and $descr for describe
  serial='' wwn='' medium=unknown size=0 descr='' rotation='' ident=''
  dev=$(stat -L -f %r "/dev/$1" 2>/dev/null)
  set -- "$1" $(limited 30 diskinfo "/dev/$1" 2>/dev/null)
  is_number "${4-}" && size=$4
  case $1 in md*)
    medium=loop descr='Memory disk'
    # By the path that the kernel was given: which file it holds open under that path, it does not say.
    file=$(mdconfig -lv -u "$1" 2>/dev/null | awk -F'\t' '$2 == "vnode" {print $4; exit}')
    [ -z "$file" ] || file=$(stat -L -f %d-%i "$file" 2>/dev/null)
    [ -z "$file" ] || serial=md-$file-$size
    return 0 ;;
  esac
  read_mesh
  IFS=$tab read -r ident lunid rotation descr <<END_OF_ROW
$(printf '%s\n' "$mesh" | awk -F'\t' -v disk="$1" '$1 == "P" && $4 == "DISK" && $6 == disk {print $8 "\t" $9 "\t" $10 "\t" $11; exit}')
END_OF_ROW
  serial=$(limited 30 diskinfo -s "/dev/$1" 2>/dev/null | sed 's/^ *//; s/ *$//; q')
  [ -n "$serial" ] || [ "$ident" = - ] || serial=$ident
  case $serial in *[![:print:]]*) serial= ;; esac # a name that cannot be typed proves nothing
  case $lunid in ''|*[!0-9A-Fa-f]*) ;; *) wwn=0x$(printf %s "$lunid" | tr 'A-F' 'a-f') ;; esac
  case $1:$rotation in nvd*|nda*) medium=nvme ;; *:0) medium=ssd ;; *:[1-9]*) medium=hdd ;; esac
}

native_of() { # NAME, after look: what an ATA disk holds in all; says "visible native" in sectors, or nothing
  limited 20 camcontrol identify "$1" 2>/dev/null | sed -n 's|^Host Protected Area (HPA)  *yes  *[a-z]* *\([0-9][0-9]*\)/\([0-9][0-9]*\)$|\1 \2|p'
}

describe() { model=$descr; [ "$model" != - ] || model=; } # after look: sets $model
sensed() { celsius=; } # the kernel has no sensor of its own; smartctl is asked

smart_node() { # NAME, after look: sets $smart_node, by which smartctl knows the drive
  smart_node=/dev/$1
  case $1 in nvd*|nda*) ;; *) return 0 ;; esac
  # The number of an NVMe disk need not be that of its controller, so the controller is found by the serial.
  for controller in /dev/nvme[0-9] /dev/nvme[0-9][0-9]; do
    [ -e "$controller" ] && [ "$(limited 20 smartctl -i "$controller" 2>/dev/null | sed -n 's/^Serial Number: *//p' | sed 's/ *$//; q')" = "$serial" ] || continue
    smart_node=$controller; return 0
  done
}

paths_of() { # NAME: sets $port $address $controller $pci $sas, the other names by which the kernel's log knows the disk
  port='' address='' pci='' sas=''
  controller=$(limited 15 camcontrol devlist -v 2>/dev/null | awk -v name="$1" '
    /^scbus[0-9]+ on / {bus = $3}
    index($0, "(") {list = $0; sub(/.*\(/, "", list); sub(/\).*/, "", list); count = split(list, names, ","); for (i = 1; i <= count; i++) if (names[i] == name) {print bus; exit}}')
}

# The kernel's own buffer has no times, so what syslogd has written of it is read; its stamps are local and have no year.
kernel_lines() { # SINCE: lines "SECONDS TEXT", or "- unreadable"
  [ -r /var/log/messages ] || { echo '- unreadable'; return; }
  tail -n 20000 /var/log/messages | awk -v since="$1" -v now="$(date '+%s %Y %m %d %H %M %S')" '
    function naive(y, m, d, clock,   part) { # seconds since some day, as if every day had 24 hours
      split(clock, part, ":"); if (m <= 2) {y--; m += 12}
      return (365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d) * 86400 + part[1] * 3600 + part[2] * 60 + part[3]
    }
    BEGIN {split(now, n, " "); here = naive(n[2] + 0, n[3] + 0, n[4] + 0, n[5] ":" n[6] ":" n[7]); shift = n[1] - here
      split("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", name, " "); for (i = 1; i <= 12; i++) month[name[i]] = i}
    $1 in month && $5 == "kernel:" {
      at = naive(n[2] + 0, month[$1], $2 + 0, $3); if (at > here + 86400) at = naive(n[2] - 1, month[$1], $2 + 0, $3)
      text = $0; sub(/^.* kernel: /, "", text); at += shift; if (at >= since - 1) print at, text
    }'
}

gather() { # once per call: what the whole host has in use
  read_mesh
  mounts=$(mount -p 2>/dev/null) || mounts=
  swaps=$(swapinfo 2>/dev/null) || swaps=unknown
  pools='' pools_why='' exports='' exports_why=''
  if have zpool; then pools=$(limited 15 zpool status -LP 2>&1) || pools_why="zpool status failed: $pools"
  elif ! have kldstat || kldstat -q -m zfs; then pools_why='ZFS may be loaded, but zpool is not there to say which disks it uses'; fi
  if [ -e /dev/cam/ctl ]; then exports=$(limited 15 ctladm devlist -v 2>&1) || exports_why="ctladm devlist failed: $exports"; fi
  flags=$(sysctl -n kern.geom.debugflags 2>/dev/null)
}

facts() { # NAME cached|probe|again, after look NAME; again is within a run, which may meet bad blocks anywhere
  looked=$1
  basic_facts "$1"
  [ -n "$mounts" ] || fact unknown 'The mounts of the host could not be read.'
  [ "$swaps" != unknown ] || fact unknown 'The swap areas of the host could not be read.'
  [ -z "$pools_why" ] || fact unknown "$pools_why."
  [ -z "$exports_why" ] || fact unknown "$exports_why."
  if ! is_number "$flags"; then fact unknown 'kern.geom.debugflags could not be read.'
  elif [ $((flags & 16)) != 0 ]; then fact unknown 'kern.geom.debugflags has bit 16 set: GEOM protects no disk that is in use.'; fi
  # After each close GEOM tastes a disk and holds it for a moment: what holds it must do so three times running.
  tries=0
  while :; do
    tree=$(tree_of "$1") && held_by=$(holders_in "$tree" "$1" "$2") && written=$(labels_on "$tree" "$1") || { fact unknown "What stands on $1 could not be read."; return 0; }
    [ "$2" != cached ] && [ -n "$held_by" ] && [ $tries -lt 2 ] || break
    tries=$((tries + 1)); nap; nap; read_mesh
  done
  [ -n "$tree" ] || { fact unknown "GEOM does not know $1."; return 0; }
  printf '%s\n' "$held_by" "$written" | while IFS=$tab read -r code detail; do [ -z "$code" ] || fact "$code" "$detail"; done || return 1
  printf '%s\n' "$tree" | while IFS=$tab read -r row node class rest; do
    [ "$row" != N ] || node_facts "$node" "$class" "$2" </dev/null || exit 1
  done || return 1
}

holders_in() { # TREE NAME cached|probe|again: lines "code sentence"; our own writer has the disk open for writing, never exclusively
  printf '%s\n' "$1" | awk -F'\t' -v disk="$2" -v how="$3" '
    $1 == "U" && $3 !~ /^(PART|LABEL|DEV)$/ {print "holder\t" $2 " is held by " $3 " (" $4 ")."}
    $1 == "N" && $2 == disk {
      split($4, count, /[rwe]/)
      if ($4 !~ /^r[0-9]+w[0-9]+e[0-9]+$/) print "unknown\tGEOM does not say how " disk " is open."
      else if (count[4] > 0) print "open\t" disk " is open exclusively (GEOM says " $4 ")."
      else if (count[3] > 0 && how != "cached") print "open\t" disk " is open for writing (GEOM says " $4 ")."
    }'
}

labels_on() { # TREE NAME: lines "code sentence"
  printf '%s\n' "$1" | awk -F'\t' -v disk="$2" '
    $1 == "U" && $3 == "PART" {print "signature\t" $2 " carries a signature: " ($6 == "-" ? "a partition table" : $6) "."}
    $1 == "N" && $3 == "PART" {parts = parts " " $2; print "signature\t" $2 " is a partition of type " $5 "."}
    $1 == "N" && $3 == "LABEL" && $2 !~ /^(gptid|gpt|diskid)\// {print "signature\t" disk " carries the label " $2 "."}
    END {if (parts != "") print "partitions\t" disk " has partitions:" parts "."}'
}

node_facts() { # NODE CLASS cached|probe|again, fails where it could not look: by the name that it is known by, be it a disk, a partition, a label, a mirror
  places=$(printf '%s\n' "$mounts" | awk -v from="/dev/$1" '$1 == from {print ($2 ~ /^\/(boot(\/.*)?|usr)?$/ ? "boot" : "mounted"), $2}') || return 1
  [ -z "$places" ] || printf '%s\n' "$places" | sort -u | head -n 5 | while read -r code where; do fact "$code" "$1 is mounted at $where."; done
  printf '%s\n' "$swaps" | awk -v node="/dev/$1" '$1 == node {found = 1} END {exit !found}'
  case $? in 0) fact swap "$1 is a swap area." ;; 1) ;; *) return 1 ;; esac
  pool=$(printf '%s\n' "$pools" | awk -v node="$1" '$1 == "pool:" {pool = $2} {for (i = 1; i <= NF; i++) if ($i == node || $i == "/dev/" node) found = pool} END {print found}') || return 1
  [ -z "$pool" ] || fact pool "$1 belongs to the imported pool $pool."
  printf '%s\n' "$exports" | sed -n 's/^.*file=//p' | grep -qxF "/dev/$1"
  case $? in 0) fact open "$1 is exported to other machines as a block device." ;; 1) ;; *) return 1 ;; esac
  case $3:$2 in cached:*) ;; *:DISK|*:MD|*:PART) zfs_label "$1"; [ "$size" = 0 ] || signatures "$1" "$3" ;; esac
  return 0
}

signatures() { # NODE probe|again: what is written on it
  if have fstyp; then
    kind=$(limited 30 fstyp -u "/dev/$1" 2>&1); rc=$?
    case $rc:$kind in
      0:*) fact signature "$1 carries a signature: $kind." ;;
      1:*'not recognized'*) ;;
      *) unread "$2" "fstyp could not say what is on $1: $kind" ;;
    esac
  fi
  if have file; then # fstyp knows nothing of what Linux leaves on a disk
    kind=$(limited 30 file -b -s "/dev/$1" 2>&1 | head -n 1 | cut -c 1-60)
    case $kind in
      *'cannot '*|*ERROR*|'') unread "$2" "file could not say what is on $1: $kind" ;;
      *ilesystem*|*'ile system'*|*artition*|*'boot sector'*|*swap*|*LVM*|*RAID*|*LUKS*|*BTRFS*|*XFS*|*VMFS*|*ncrypted*) fact signature "$1 carries a signature: $kind." ;;
    esac
  fi
  have fstyp || have file || fact unknown "The host has neither fstyp nor file to say what is on $1."
  # Mirrors, stripes and encryption of GEOM are known by the last sector, also when nothing has put them together.
  how=$2; set -- "$1" $(limited 30 diskinfo "/dev/$1" 2>/dev/null)
  if is_number "${3-}" && is_number "${4-}" && [ "$3" -gt 0 ]; then
    limited 30 dd if="/dev/$1" of=/dev/null bs="$3" count=1 2>/dev/null || unread "$how" "The first sector of $1 cannot be read."
    magic=$({ limited 30 dd if="/dev/$1" bs="$3" skip=$(($4 / $3 - 1)) count=1 2>/dev/null || printf unread; } | head -c 16 | tr -cd 'A-Za-z0-9:_')
    case $magic in
      GEOM::*) fact signature "$1 carries a signature: $magic." ;;
      unread) unread "$how" "The last sector of $1 cannot be read." ;;
    esac
  else fact unknown "diskinfo could not say where $1 ends."; fi
}
unread() { [ "$1" = again ] || fact unknown "$2"; } # a disk under test may fail wherever it likes

pin() { (exec 3<"/dev/$1") 2>/dev/null || { code=unknown why="/dev/$1 cannot be opened."; return 1; }; exec 3<"/dev/$1"; } # tried first: a failing exec ends a shell
lock_node() { :; } # nothing here writes to a disk because it has seen it

still_pinned() { # NAME, after look: does fd 3 hold just this disk open?
  held=$(stat -f %r <&3 2>/dev/null)
  [ -n "$held" ] && [ "$held" = "$dev" ] || { why="/dev/$1 is device ${dev:-unknown}, but device ${held:-unknown} was opened."; return 1; }
}

pinned_name() { # sets $name: the disk that fd 3 holds open; none where the lock did not come along with it
  held=$(stat -f %r <&3 2>/dev/null) name=''
  locked=$(stat -f %d:%i <&9 2>/dev/null)
  [ -n "$held" ] && [ -n "$locked" ] && [ "$locked" = "$(stat -f %d:%i "$lock" 2>/dev/null)" ] || return 0
  for path in $(disks); do [ "$(stat -L -f %r "/dev/$path" 2>/dev/null)" = "$held" ] && { name=$path; return 0; }; done
}

product() { line_of /etc/version; case $line in *TrueNAS*|*FreeNAS*) product=$line ;; *) product="FreeBSD $(freebsd-version 2>/dev/null)" ;; esac; }
needed='flock daemon fstat sysctl diskinfo stat ps awk sed od tr cksum'
aio=posixaio
fio_progress=--status-interval=10 # no other way to see how far it is

# lockf(1) would hold the lock itself and not hand it on: were it killed, the lock would be free and the tool would write on.
# perl, or the python of the NAS's own middleware, locks the open file, so whoever inherits that holds the lock.
if have perl || have python3 || have python; then
flock() { # -n FD, or -w SECONDS FD
  case $1 in -n) waiting=0 file=$2 ;; *) waiting=$2 file=$3 ;; esac
  for speaker in perl python3 python; do
    have $speaker || continue
    case $speaker in
      perl) perl -e 'open(my $file, ">>&=", $ARGV[0]) or exit 3; alarm $ARGV[1]; exit(flock($file, $ARGV[1] ? 2 : 6) ? 0 : 1)' "$file" "$waiting" 2>/dev/null; rc=$? ;;
      *) $speaker -c 'import fcntl, signal, sys
signal.alarm(int(sys.argv[2]))
try: fcntl.flock(int(sys.argv[1]), 2 if int(sys.argv[2]) else 6)
except (IOError, OSError): sys.exit(1)
sys.exit(0)' "$file" "$waiting" 2>/dev/null; rc=$? ;;
    esac
    case $rc in 0) return 0 ;; 1|142) return 1 ;; esac # 142: the alarm rang
  done
  return 1
} 2>/dev/null
fi

take_turn() { mkdir -p "$base/runs" "$base/locks" && (exec 8>>"$lock.turn") 2>/dev/null && exec 8>>"$lock.turn" && flock -w 30 8 && turn=1; }
lock_is_free() { (exec 9>>"$lock" && flock -n 9) 2>/dev/null; } # only in one's turn: it takes the lock for a moment
lock_disk() { (exec 9>>"$lock") 2>/dev/null || busy "The host cannot write to $lock."; exec 9>>"$lock"; flock -n 9; }
holders_of_lock() { # pids of all that have the lock of the disk open; what holds it unseen still holds it
  holders=$({
    fstat "$lock" 2>/dev/null | awk 'NR > 1 {for (i = 2; i < NF; i++) if ($i ~ /^[0-9]+$/ && $(i + 1) == "9") {print $i; break}}'
    for mark in pid tool; do lives "$dir/$mark" && echo "$pid"; done
  } | sort -un | tr '\n' ' ')
  [ -n "$holders" ] || [ $turn = 0 ] || lock_is_free || holders=unknown
  printf %s "$holders"
}
detach() { daemon -f /bin/sh "$dir/programme" run "$base" "$run" 8>&-; }

up_since() { line=$(sysctl -n kern.boottime 2>/dev/null | sed -n 's/^{ sec = \([0-9]*\),.*/\1/p'); }
is_idle() { :; } # nothing there tells what is still on its way to one drive
boot() { boot=$(sysctl -b -n kern.boot_id 2>/dev/null | od -An -v -tx1 | tr -d ' \n'); [ -n "$boot" ] || { up_since; boot=$line; }; }
process() { # PID: sets $started, to tell a pid from its next owner, and $doing; empty for a dead one
  started='' doing=''
  set -- $(TZ=UTC0 ps -o state= -o lstart= -p "$1" 2>/dev/null)
  [ $# = 6 ] || return 0
  case $1 in Z*) return 0 ;; esac
  doing=$1 started=$2-$3-$4-$5-$6
  # A clock that is set moves the start of every process along with the boot, so their distance counts, give or take the rounding.
  up_since; born=$(date -j -u -f '%a %b %d %T %Y' "$2 $3 $4 $5 $6" +%s 2>/dev/null)
  is_number "$line" && is_number "$born" || return 0
  started=$((born - line)); [ $started -ge 0 ] || started=0
  is_number "${stamp-}" && [ $((started - stamp)) -ge -2 ] && [ $((started - stamp)) -le 2 ] && started=$stamp
  return 0
}
centiseconds() { centiseconds=$(date +%s)00; }
moved() { # PID: sets $wrote and $read, what fio has moved so far, in bytes, as it told last
  wrote=0 read=0
  [ -z "$half" ] || figures "$dir/fio.json" "$half"
  case $half in write) wrote=${moved:-0} ;; read) read=${moved:-0} ;; esac
}

}

