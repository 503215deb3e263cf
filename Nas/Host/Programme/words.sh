# The host programme of Burnin: everything that is done on a NAS is done here. POSIX sh (dash, busybox ash, FreeBSD sh, bash).
# It comes in on standard input, nothing is installed, and what outlives the connection is read from the run's directory.
#
# VERBS  inventory LOOPS · examine LOOPS SERIAL SIZE WWN · smart LOOPS SERIAL SIZE WWN
#        start BASE RUN EPOCH LOOPS SERIAL SIZE WWN ENGINE BLOCK MAX_BAD LABELS HOT COOL FIO_PLAN BADBLOCKS_PLAN
#        status BASE RUN:SEEN... · hold | release | stop BASE RUN EPOCH SERIAL SIZE · evidence BASE RUN · clean BASE RUN
#        run BASE RUN (the detached runner, by start only)
#        follow BASE (a standing channel: answers each line "RUN:SEEN..." of its input as status would)
#        selftest-start BASE RUN EPOCH LOOPS SERIAL SIZE WWN KIND [again] · selftest-status BASE RUN · selftest-settle BASE RUN
#        selftest-abort BASE RUN EPOCH SERIAL SIZE look|abort|over
#        kernel LOOPS SERIAL SIZE WWN AGO (what the kernel logged of disks in the last AGO seconds)
#        LOOPS is 1 where loop devices may join, LABELS lines "code detail" that an operator called stale. ENGINE is auto,
#        fio or badblocks. At HOT degrees a run stands still until COOL. WWN, HOT and COOL may be empty. A plan is lines "index kind pass first
#        last", in blocks of BLOCK bytes; kind is w (write), v (read back), b (write and read back), r (read). Each engine has its own.
# ANSWER lines "tag word word ...". A word is printable ASCII; all else, and blank and %, is %XX by byte; empty is "-".
#        Tags that end in "|" carry the rest of their line as it is. The last line is "end": without it the answer is torn.
#   host PRODUCT UID KERNEL · tool NAME VERSION
#   disk NAME SERIAL WWN MODEL SIZE MEDIUM CELSIUS · fact NAME CODE DETAIL · native BYTES · smart RC · smart| JSON · nosmart WHY
#   started · running · ended · refused CODE DETAIL · fenced EPOCH · impossible WHY · failed WHY · busy WHY · held · released
#   now SECONDS · seen RUN none|alive|orphan|gone|ended|other EPOCH LINES (other: begun by another version of this programme, and goes on), then of that run: engine NAME WHY · held WHY CELSIUS COOL
#   cur INDEX STARTED HELD · io WRITTEN READ HALF (bytes of the segment, fio) or err| TEXT (badblocks) · result WORD... · log| TEXT
#   seg INDEX KIND PASS FIRST LAST START END HELD WHOLE LISTED R W C  MS P50 P99 P999 MAX (write)  MS P50 P99 P999 MAX (read)  CELSIUS
#   bad PASS BLOCK read|write|different|any CONFIRMED
#   path ours|other NAME PORT ADDRESS CONTROLLER PCI SAS · nodisk WHY · nokernel WHY · klog| SECONDS TEXT
#   stopped · still_running PID... · cleaned · not_ended · ready · found · launched · awake · settled · before| JSON · text| TEXT
# FILES  BASE/runs/RUN: format conf plan.fio plan.badblocks pid node tool engine mode sample chosen cur half held hot state lines bad log result stop programme
#        BASE/locks/SERIAL-SIZE; BASE/fences/RUN (the highest epoch seen); BASE/over/RUN (was stopped, or is cleaned up); BASE/holds/RUN (stands still, whether it has begun or not); BASE/proofs/VERSION (what fio of that version was proved to see)
# LOCKS  fd 9 is the disk's lock, taken by start and inherited by the runner and by every tool that writes: it is free only
#        when no writer lives. fd 3 is the disk itself: while it is open, the kernel gives its name to no other disk.
#        fd 8 makes the verbs that change a disk's run wait for each other.
format=2 # of what is in the directory of a run: raised whenever a run of the format before could not be gone on with
LC_ALL=C; export LC_ALL; umask 077
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin

have() { command -v "$1" >/dev/null 2>&1; }
limited() { if have timeout; then timeout "$@"; else shift; "$@"; fi; }
nap() { sleep 0.2 2>/dev/null || sleep 1; }
end() { echo end; exit 0; }
fail() { say failed "$1"; end; }
busy() { say busy "$1"; end; } # not now: whoever asked may ask again
raw() { awk -v tag="$1| " '{print tag $0}'; } # not sed, which leaves a last line without its end as it is
is_number() { case $1 in ''|*[!0-9]*) return 1 ;; esac; }

enc() { # sets $enc: the text as one word
  case $1 in
    '') enc=- ;;
    -|*[![:print:]]*|*%*) enc=$(printf %s "$1" | od -An -v -tx1 | tr -d ' \n' | sed 's/../%&/g') ;;
    *) enc= rest=$1
      while :; do case $rest in *' '*) enc="$enc${rest%% *}%20" rest=${rest#* } ;; *) break ;; esac; done
      enc=$enc$rest ;;
  esac
}
say() { said=$1; shift; for word; do enc "$word"; said="$said $enc"; done; printf '%s\n' "$said"; }

line_of() { line=; { read -r line <"$1"; } 2>/dev/null; } # first line of a file, trimmed

