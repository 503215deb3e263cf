#!/bin/sh
[ "$1" = -f ] && shift || exit 1
/usr/bin/setsid "$@" </dev/null >/dev/null 2>&1 &
