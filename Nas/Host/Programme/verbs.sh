case $(uname -s) in
  Linux) linux ;;
  FreeBSD) freebsd ;;
  *) fail "This host runs $(uname -s); only Linux and FreeBSD hosts are understood." ;;
esac
verb=$1; shift
case $verb in
  inventory|examine|start|run|status|hold|release|stop|evidence|clean|follow|kernel|smart) "$verb" "$@" ;;
  selftest-start) selftest_start "$@" ;;
  selftest-status) selftest_status "$@" ;;
  selftest-abort) selftest_abort "$@" ;;
  selftest-settle) selftest_settle "$@" ;;
  *) fail "Unknown verb: $verb" ;;
esac
end
