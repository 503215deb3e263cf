#!/bin/sh
[ "$1" = -j ] || exec /usr/bin/date "$@"
[ $# = 6 ] && [ "$2 $3 $4 $6" = '-u -f %a %b %d %T %Y +%s' ] && exec /usr/bin/date -u -d "$5" +%s
