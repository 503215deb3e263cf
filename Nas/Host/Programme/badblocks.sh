# --- badblocks: plain patterns. Judged by what it counts and lists, never by its exit code ------------------------------------

badblocks_to() { errors=$1; shift; exec badblocks "$@" >/dev/null 2>"$errors"; }
pattern_of() { set -- 0xaa 0x55 0xff 0x00; shift "$pass"; pattern=$1; }

badblocks_sizes() { echo 1048576:1 4194304:1 16777216:1; }
badblocks_speed() { # sets $speed
  centiseconds; began=$centiseconds
  case $kind in b) how='-w -t 0xaa' ;; *) how= ;; esac
  attend badblocks_to speed.err $how -b "$block" -c $((try_bytes / block)) -e "$max_bad" "/dev/$name" $((first + sample / block - 1)) "$first"
  centiseconds; took=$((centiseconds - began)); [ $took -gt 0 ] || took=1
  speed=$((sample * 100 / took)); [ $rc = 0 ] || speed=0
}

badblocks_segment() {
  pattern_of; per_io=$((io_bytes / block))
  case $kind in b) how="-w -t $pattern" ;; v) how="-t $pattern" ;; r) how= ;; esac
  rm -f turned; true >cur.err || cannot_write
  centiseconds; began=$centiseconds
  attend badblocks_to cur.err $how -sv -b "$block" -c $per_io -e "$max_bad" -o segment.list "/dev/$name" "$last" "$first"
  centiseconds; took=$(((centiseconds - began) * 10))
  counts=$(tr '\b' '\n' <cur.err | sed -n 's#.*Pass completed, [0-9]* bad blocks found. (\([0-9]*\)/\([0-9]*\)/\([0-9]*\) errors).*#\1 \2 \3#p' | tail -n 1)
  if [ $rc != 0 ] || [ -z "$counts" ]; then
    said=$(tr '\b\r' '\n\n' <cur.err | grep -v '^ *$' | tail -n 1 | cut -c 1-300)
    case $(cat cur.err) in
      *'apparently in use'*|*' is mounted;'*) finish refused open "$said" ;;
      '') cannot_write ;; # it always says something: there was no room for it
    esac
    is_pinned
    finish aborted "badblocks ended with exit $rc in segment $index: $said"
  fi
  [ -e segment.list ] || cannot_write
  listed=$(($(wc -l <segment.list)))
  set -- $counts; reads=$1 writes_failed=$2 differ=$3
  if [ $listed -gt 0 ] || [ "$counts" != '0 0 0' ]; then
    is_pinned; name_bad_blocks; is_pinned
  fi
  grep -q 'Too many bad blocks' cur.err && whole=0 # given up on the way: it counts, but as nothing that was covered
  # badblocks does not say when it turned from writing to reading; whoever watches over it has seen it, give or take 2 s.
  case $kind in
    b) line_of turned; [ -z "$line" ] || write_figures="$(((line - began) * 10)) - - - -" read_figures="$((took - (line - began) * 10)) - - - -" ;;
    *) read_figures="$took - - - -" ;;
  esac
  rm -f segment.list
}

# badblocks names a block that came back different too high by exactly its blocks per I/O, and lists a block that could
# not be written a second time there. So every candidate is read once more by itself, where badblocks names it exactly.
name_bad_blocks() {
  [ $listed -le "$max_bad" ] || note "segment $index: $listed blocks listed, the first $max_bad read again"
  head -n "$max_bad" segment.list | sort -un >segment.first; true >segment.exact
  case $kind in r) how= fault=read ;; *) how="-t $pattern" fault=any ;; esac
  while read -r candidate_listed; do
    again=0
    for candidate in "$candidate_listed" $((candidate_listed - per_io)); do
      [ "$candidate" -ge "$first" ] && [ "$candidate" -le "$last" ] || continue
      if ! grep -qx "$candidate" segment.exact; then
        attend badblocks_to again.err $how -b "$block" -c 1 -o again.list "/dev/$name" "$candidate" "$candidate"
        [ $rc = 0 ] && [ -s again.list ] && echo "$candidate" >>segment.exact
      fi
      grep -qx "$candidate" segment.exact && again=1
    done
    if [ $again = 0 ]; then echo "$pass $candidate_listed $fault 0" >>segment.bad || cannot_write; fi
  done <segment.first
  while read -r exact; do echo "$pass $exact $fault 1" >>segment.bad || cannot_write; done <segment.exact
}

