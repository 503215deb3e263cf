# --- Linux: which disks there are, who they are, what the kernel knows of them and of processes ---------------------------

line_of() { line=; { read -r line <"$1"; } 2>/dev/null; } # first line of a file, trimmed
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

