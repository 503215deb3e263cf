#!/bin/sh
# Of a file, or of what standard input is; a pretended disk is a file, and this knows the device number that it would have.
[ "$1" != -L ] || shift
[ "$1" = -f ] || exit 1
case $2 in
  %r) here=$(cd "$(dirname "$0")/.." && pwd) disk=$(readlink -f "${3:-/proc/self/fd/0}")
    [ -e "$disk" ] && sed -n "s/^${disk##*/} //p" "$here/numbers" ;;
  %d:%i|%d-%i) exec /usr/bin/stat -L -c "$2" "${3:-/proc/self/fd/0}" ;;
  *) exit 1 ;;
esac
