#!/bin/bash
# Stands for a tool of the pretended host: asks the NAS that pretends it, prints what it says, and ends as it says.
tool=${0##*/}
here=$(cd "$(dirname "$0")/.." && pwd)
{ read -r host; read -r port; } <"$here/address"
words=; for word; do words+="$word"$'\n'; done
exec 4<>"/dev/tcp/$host/$port" 2>/dev/null || { echo "$tool: the pretended NAS at $host:$port is gone" >&2; exit 2; }
LC_ALL=C
printf 'POST /debug/host/%s HTTP/1.0\r\nContent-Length: %d\r\n\r\n%s' "$tool" "${#words}" "$words" >&4
status=2
while IFS= read -r line <&4; line=${line%$'\r'}; [ -n "$line" ]; do
  case $line in X-Exit:*) status=${line#X-Exit: } ;; esac
done
cat <&4
exit "$status"
