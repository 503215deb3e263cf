#!/usr/bin/env bash
# The one test command, for people and for CI, on a fresh machine too: installs what the tests need where it may (root on
# Debian), checks the format, builds, and runs every test project. The last line counts everything.
# With CI=true nothing may be left out: packages restore locked, and a skipped test is a failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec </dev/null

export CI=${CI:-false} DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
readonly limit=15m abreast=2 longest="Nas.Tests EndToEnd.Tests Browser.Tests"
results=artifacts/test-results

# program:package, or /path:package for what is no program. What is here already is not installed again.
readonly needs="sshd:openssh-server ssh-keygen:openssh-client nbdkit:nbdkit /usr/include/nbdkit-plugin.h:nbdkit-plugin-dev
nbdfuse:libnbd-bin fusermount3:fuse3 smartctl:smartmontools fio:fio busybox:busybox badblocks:e2fsprogs losetup:util-linux
gcc:gcc /usr/include/stdlib.h:libc6-dev /usr/lib/python3/dist-packages/aiosmtpd:python3-aiosmtpd chromium:chromium /usr/share/fonts/truetype/liberation:fonts-liberation"

say() { printf '\n== %s\n' "$*"; }

# Before any test ran there is still an answer: a step that fails is one failure.
trap 'status=$?; if [ -z "${counted:-}" ]; then echo "BROKEN $step"; echo "0 passed, 1 failed, 0 skipped"; fi; exit $status' EXIT
step="before the first step"
begin() { step=$1; say "$1"; }

has() {
    case $1 in
        /*) [ -e "$1" ] ;;
        *) PATH=$PATH:/usr/sbin:/sbin command -v "$1" >/dev/null ;;
    esac
}

install_what_is_missing() {
    local need missing=()
    for need in $needs; do
        has "${need%%:*}" || missing+=("${need#*:}")
    done
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" != 0 ]; then
        say "Not root: left out are ${missing[*]} and every test that needs them or needs root."
    elif ! command -v apt-get >/dev/null; then
        say "Not Debian: left out are the tests that need ${missing[*]}. Install them by hand."
    else
        say "Installing ${missing[*]}"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq || say "apt-get update failed; trying with what is known"
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || say "Could not install all of: ${missing[*]}"
    fi
}

# The value of an attribute of the first <assembly> in an xunit report.
count_of() { sed -n "s/.*<assembly [^>]*[ ]$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -n 1; }

passed=0 failed=0 skipped=0 broken=()

# Runs the test program itself: its report is machine-readable, and a crash leaves none behind.
run_project() { # PROJECT: all it prints goes to a file of its own, since two run side by side
    local name status=0
    name=$(basename "$1")
    timeout --kill-after=30s "$limit" dotnet "artifacts/bin/$name/release/Burnin.$name.dll" \
        -noLogo -noColor -result-xml "$results/$name.xml" >"$results/$name.log" 2>&1 || status=$?
    echo "$status $SECONDS" >"$results/$name.end"
}

count_project() { # PROJECT STARTED: what came of it, printed whole
    local name=$(basename "$1") report total p f s e status ended
    report=$results/$name.xml
    read -r status ended <"$results/$name.end"
    say "$name"
    cat "$results/$name.log"

    total=$(count_of total "$report" 2>/dev/null || true)
    if [ -z "$total" ]; then
        [ "$status" = 124 ] && status="no end within $limit"
        broken+=("$name: no report ($status)")
        return 0
    fi
    p=$(count_of passed "$report") f=$(count_of failed "$report") s=$(count_of skipped "$report")
    e=$(count_of errors "$report")
    passed=$((passed + p)) failed=$((failed + f + e)) skipped=$((skipped + s))
    printf '%s: %d passed, %d failed, %d skipped in %d s\n' "$name" "$p" $((f + e)) "$s" $((ended - $2))
    [ "$total" -gt 0 ] || broken+=("$name: ran no test")
    [ "$status" = 0 ] || [ $((f + e)) -gt 0 ] || broken+=("$name: ended with $status")
}

# Most of the time a test waits for a disk, a browser or a host: side by side they fill the machine.
declare -A project_of=() started_at=()
run_all() {
    local project
    for project in "$@"; do
        if ! grep -rqE '\[(Fact|Theory)' --include='*.cs' "$project"; then
            say "$(basename "$project"): has no tests yet"
            continue
        fi
        [ ${#project_of[@]} -lt "$abreast" ] || count_next
        run_project "$project" &
        project_of[$!]=$project started_at[$!]=$SECONDS
    done
    while [ ${#project_of[@]} -gt 0 ]; do
        count_next
    done
}

count_next() { # waits for the first that ends
    local pid=
    wait -n -p pid "${!project_of[@]}" || true
    count_project "${project_of[$pid]}" "${started_at[$pid]}"
    unset "project_of[$pid]" "started_at[$pid]"
}

begin "Tools"
install_what_is_missing
command -v dotnet >/dev/null || { echo "The .NET SDK of global.json is needed: https://dot.net/download"; exit 1; }

begin "Restore"
locked=()
[ "$CI" != true ] || locked=(--locked-mode)
dotnet restore Burnin.sln "${locked[@]}"

if [ "$CI" = true ]; then
    begin "Format"
    dotnet format Burnin.sln --verify-no-changes --no-restore
fi

begin "Build"
dotnet build Burnin.sln -c Release --no-restore

rm -rf "$results"
mkdir -p "$results"
begin "Tests"
long=()
for name in $longest; do long+=("tests/$name"); done
rest=()
for project in tests/*.Tests; do
    [[ " ${long[*]} " == *" $project "* ]] || rest+=("$project")
done
run_all "${long[@]}" "${rest[@]}"

begin "Result"
for line in "${broken[@]}"; do
    echo "BROKEN $line"
done
verdict=0
[ "$failed" = 0 ] && [ ${#broken[@]} = 0 ] || verdict=1
[ "$passed" -gt 0 ] || verdict=1
if [ "$skipped" -gt 0 ] && [ "$CI" = true ]; then
    echo "Skipped in CI: nothing may be."
    verdict=1
fi
counted=yes
echo "$passed passed, $((failed + ${#broken[@]})) failed, $skipped skipped"
exit $verdict
