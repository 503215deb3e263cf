# --- looking at disks: all of them, or one in depth ------------------------------------------------------------------------

tell() { describe "$1"; sensed "$1"; say disk "$1" "$serial" "$wwn" "$model" "$size" "$medium" "$celsius"; } # NAME, after look

# SECONDS NODE OPTION...: sets $heard and $rc. JSON with the plain text inside; the text alone where smartctl is too old for
# JSON, and where it breaks off: 7.3 does, of a SAS drive with pending defects. A USB bridge that nobody knows may still pass ATA on.
ask_drive() {
  patience=$1 ask_node=$2; shift 2
  heard=$(limited "$patience" smartctl "$@" --json=co "$ask_node" 2>&1); rc=$?
  case $rc:$heard in 124:*|137:*|*'{'*) ;; *) heard=$(limited "$patience" smartctl "$@" "$ask_node" 2>&1); rc=$? ;; esac
  case $heard in *'Unknown USB bridge'*) case " $* " in *' -d '*) ;; *) ask_drive "$patience" "$ask_node" -d sat "$@" ;; esac ;; esac
}

has_farm() { # Seagate's own log, which smartctl reads from 7.4 on. After describe.
  case $model in ST[0-9]*|*SEAGATE*|*Seagate*) ;; *) return 1 ;; esac
  set -- $(smartctl -V 2>/dev/null | sed -n '1s/^smartctl \(pre-\)*\([0-9][0-9]*\)[.]\([0-9][0-9]*\).*/\2 \3/p')
  [ $# = 2 ] && { [ "$1" -gt 7 ] || { [ "$1" = 7 ] && [ "$2" -ge 4 ]; }; }
}

smart_of() { # NAME SECONDS, after describe. It may wake the drive: only what is about to be tested, or just was, is asked.
  [ "$medium" != loop ] || { say nosmart 'a loop device has no SMART'; return; }
  have smartctl || { say nosmart 'the host has no smartctl'; return; }
  farm=''; ! has_farm || farm='-l farm'
  smart_node "$1"; ask_drive "$2" "$smart_node" -x $farm; say smart $rc
  printf '%s\n' "$heard" | raw smart
}

broke_off() { fact unknown 'The look at the disk was not completed.'; }

inventory() {
  loops=$1 lock=''
  product; say host "${product:-$(uname -s)}" "$(id -u)" "$(uname -sr)"
  for tool in badblocks fio $needed smartctl zpool losetup perl python3 python e2fsck; do have $tool || continue
    case $tool in
      badblocks) version=$(dumpe2fs -V 2>&1 | sed -n 's/^dumpe2fs \([^ ]*\).*/\1/p') ;;
      smartctl) version=$(smartctl -V 2>/dev/null | sed -n '1s/^smartctl \([^ ]*\).*/\1/p') ;;
      fio) version=$(fio --version 2>/dev/null); version=${version#fio-} ;;
      *) version= ;;
    esac
    say tool $tool "$version"
  done
  gather
  for candidate in $(disks); do look "$candidate"; tell "$candidate"; looked=$candidate; only_root; facts "$candidate" cached || broke_off; done
}

hidden_of() { # NAME, after look: tells what the disk hides. Bridges make numbers up: the first must be the size that the host sees
  case $medium in hdd|ssd) ;; *) return 0 ;; esac
  set -- $(native_of "$1")
  { [ $# = 2 ] && [ "$1" -gt 0 ] && [ "$2" -gt "$1" ] && [ $(($2 / $1)) -lt 16 ]; } || return 0
  for sector in 512 4096; do [ "$size" != $(($1 * sector)) ] || say native $(($2 * sector)); done
}

examine() {
  loops=$1 want_serial=$2 want_size=$3 want_wwn=$4 lock=''
  find_disk || [ $code = identity ] || { say nosmart "$why"; return; }
  look "$name"; tell "$name"; gather; looked=$name; only_root; facts "$name" probe || broke_off
  hidden_of "$name"; smart_of "$name" 60
}

smart() { # in passing, between two stages: a drive that takes long to answer is left for the look at the end
  loops=$1 want_serial=$2 want_size=$3 want_wwn=$4 lock=''
  find_disk || { say nosmart "$why"; return; }
  look "$name"; describe "$name"; smart_of "$name" 10
}

