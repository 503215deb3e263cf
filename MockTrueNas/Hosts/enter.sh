#!/bin/sh
# A shell on a pretended host: this machine, with the disks of a pretended NAS in place of its own, in a mount namespace that
# ends with the shell. What comes on standard input is run by /bin/sh. As somebody else than root it takes a user namespace too.
here=$(cd "$(dirname "$0")" && pwd) || exit 1
if [ -z "$PRETENDED" ]; then
  PRETENDED=$here; export PRETENDED
  "$here/tools/refresh" || exit 1
  if [ "$(id -u)" = 0 ]; then exec unshare -m --propagation private "$here/enter" "$@"; fi
  exec unshare -rm --propagation private "$here/enter" "$@"
fi
over() { [ ! -e "$2" ] || [ ! -e "$1" ] || mount --bind "$1" "$2" || exit 1; }
for node in null zero full random urandom tty; do over "/dev/$node" "$here/dev/$node"; done
mount --rbind "$here/dev" /dev || exit 1
over "$here/sys/block" /sys/block; over "$here/sys/module" /sys/module; over "$here/swaps" /proc/swaps; over "$here/os-release" /etc/os-release
PATH=$here/tools:$PATH; export PATH
unset PRETENDED
cd / || exit 1
[ $# -gt 0 ] || set -- -s
exec /bin/sh "$@"
