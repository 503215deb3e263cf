# --- what speaks against writing: every fact that is found, and "unknown" for every look that could not be done -----------

fact() { say fact "$looked" "$1" "$2"; }
only_root() { [ "$(id -u)" = 0 ] || fact unknown 'Only root can look at disks, and this login is not root.'; }

basic_facts() { # NAME, after look
  [ "$size" -gt 0 ] || fact zero_size "$1 reports no capacity."
  [ -n "$serial" ] || fact no_serial "$1 reports no serial, so nothing can prove which drive it is."
}

zfs_label() { # NODE: also of a pool that is exported, or that lost this disk
  have zdb || return 0
  label=$(limited 15 zdb -l "/dev/$1" 2>/dev/null); [ $? -lt 124 ] || fact unknown "Whether $1 carries the label of a ZFS pool was not answered."
  pool=$(printf '%s\n' "$label" | awk '/pool_guid/ {found = 1} $1 == "name:" && name == "" {name = $2} END {if (found) print (name == "" ? "?" : name)}') || fact unknown "Whether $1 carries the label of a ZFS pool could not be read."
  [ -z "$pool" ] || fact signature "$1 carries the label of ZFS pool $pool."
}

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

pinned_disk() { # NAME: is the disk that fd 3 holds open still the ordered one? The drive itself is asked where it can answer.
  same_disk "$1" && still_pinned "$1" || return 1
  [ "$medium" != loop ] && have smartctl || return 0
  smart_node "$1"; asked=$(limited 30 smartctl -i "$smart_node" 2>/dev/null | sed -n 's/^Serial [Nn]umber: *//p' | sed 's/ *$//; q')
  [ -z "$asked" ] || [ "$asked" = "$want_serial" ] || { why="$1 is serial $want_serial to the kernel, but the drive itself says $asked."; return 1; }
}

# Of a disk that pinned_disk has just seen: "clear", or "refused ..." lines; a look that broke off is never clear. Labels that
# an operator called stale do not count, but only those: what appears later does. What the disk is called today is no part of them.
refusals() { # NAME probe|again STALE (a file)
  gather
  found=$({ looked=$1; only_root; facts "$1" "$2" && echo checked; })
  case $found in *checked) ;; *) return ;; esac
  found=$(printf '%s\n' "$found" | sed -n 's/^fact [^ ]* /refused /p') || return
  [ -z "$found" ] || ! [ -s "$3" ] || found=$(printf '%s\n' "$found" | without_stale "$1" "$3") || return # one that broke off has cleared nothing
  printf '%s\n' "${found:-clear}"
}
not_looked='refused unknown The%20look%20at%20the%20disk%20was%20not%20completed.'
labels_in() { printf '%s\n' "$1" | grep -E '^refused (signature|partitions) ' | nameless "$name"; } # the only facts that can be a thing of the past
nameless() { sed "s! $1! @!; s!%20$1!%20@!g"; } # NAME
without_stale() { # NAME FILE: the lines of the input that are not in the file
  while read -r line; do printf '%s\n' "$line" | nameless "$1" | grep -qxF -f "$2"; case $? in 0) ;; 1) printf '%s\n' "$line" ;; *) return 1 ;; esac; done
}

