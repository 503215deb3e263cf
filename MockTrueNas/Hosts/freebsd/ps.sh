#!/bin/sh
[ $# = 6 ] && [ "$1 $2 $3 $4 $5" = '-o state= -o lstart= -p' ] || exit 1
{ read -r line <"/proc/$6/stat"; } 2>/dev/null || exit 1
set -- ${line##*) }
started=$(($(sed -n 's/^btime //p' /proc/stat) + ${20} / 100))
echo "$1+   $(TZ=UTC0 /usr/bin/date -d "@$started" '+%a %b %e %H:%M:%S %Y')"
