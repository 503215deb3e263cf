# --- the kernel's log: what it says of disks since a while ago, for the caller to read -----------------------------------------
#
# kernel LOOPS SERIAL SIZE WWN AGO: read-only, and bounded in time and length. AGO is in seconds, so that nobody's clock matters
# but the host's. Lines are brought to one form, "SECONDS TEXT"; those whose time is not known are left out.

kernel_words='error|Error|ERROR|reset|Reset|Reinitializing|timeout|timed out|timing out|Timeout|task abort|offline|detach|disabled|link down|link is|link speed|exception|fault|Fault|FAULT|Removing|removing handle|lost device|destroyed|BadCRC|ICRC|UNC|NO_CONNECT|controller is down|AER|PCIe|not ready|Disabling'

kernel() {
  loops=$1 want_serial=$2 want_size=$3 want_wwn=$4 lock=''; since=$(($(date +%s) - $5))
  if find_disk || [ $code = identity ]; then paths_of "$name"; say path ours "$name" "$port" "$address" "$controller" "$pci" "$sas"; else say nodisk "$why"; fi
  ours=$name
  for candidate in $(disks); do
    [ "$candidate" = "$ours" ] || { paths_of "$candidate"; say path other "$candidate" "$port" "$address" "$controller" "$pci" "$sas"; }
  done
  lines=$(kernel_lines "$since" | grep -E "^- unreadable$|$kernel_words" | tail -n 500 | cut -c 1-300)
  case $lines in
    '- unreadable') say nokernel 'This login may not read the log of the kernel, or the host keeps none with times.' ;;
    '') ;;
    *) printf '%s\n' "$lines" | raw klog ;;
  esac
}
