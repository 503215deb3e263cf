# --- looking at disks: all of them, or one in depth ------------------------------------------------------------------------

tell() { describe "$1"; sensed "$1"; say disk "$1" "$serial" "$wwn" "$model" "$size" "$medium" "$celsius"; } # NAME, after look

smart_of() { # NAME
  [ "$medium" != loop ] || { say nosmart 'a loop device has no SMART'; return; }
  have smartctl || { say nosmart 'the host has no smartctl'; return; }
  smart_node "$1"; json=$(limited 60 smartctl -n standby -x --json=c "$smart_node" 2>&1); say smart $?
  printf '%s\n' "$json" | raw smart
}

broke_off() { fact unknown 'The look at the disk was not completed.'; }

inventory() {
  loops=$1 lock=''
  product; say host "${product:-$(uname -s)}" "$(id -u)" "$(uname -sr)"
  for tool in badblocks fio $needed smartctl zpool losetup perl python3; do have $tool || continue
    case $tool in
      badblocks) version=$(dumpe2fs -V 2>&1 | sed -n 's/^dumpe2fs \([^ ]*\).*/\1/p') ;;
      smartctl) version=$(smartctl -V 2>/dev/null | sed -n '1s/^smartctl \([^ ]*\).*/\1/p') ;;
      fio) version=$(fio --version 2>/dev/null) ;;
      *) version= ;;
    esac
    say tool $tool "$version"
  done
  gather
  for candidate in $(disks); do look "$candidate"; tell "$candidate"; looked=$candidate; only_root; facts "$candidate" cached || broke_off; done
}

examine() {
  loops=$1 want_serial=$2 want_size=$3 want_wwn=$4 lock=''
  find_disk || [ $code = identity ] || { say nosmart "$why"; return; }
  look "$name"; tell "$name"; gather; looked=$name; only_root; facts "$name" probe || broke_off
  smart_of "$name"
}

