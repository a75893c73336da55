#!/usr/bin/env bash
# Everything there is to pass.
#   ./test.sh          all of it
#   ./test.sh fast     format, rules and the quick tests of what is built: the inner loop
#   ./test.sh faults   the long set of kills, full disks and broken decoders (an hour)
# Each step ends with a line 'N passed, N failed[, N skipped]' or counts as one test. Logs lie in
# build/test-logs/.
set -uo pipefail
cd "$(dirname "$0")"
mode=${1:-all}
[[ $mode == all || $mode == fast || $mode == faults ]] || { sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2; }

logs=build/test-logs
mkdir -p $logs
passed=0 failed=0 skipped=0

# Adds up what a step's log says it ran.
count() {
  local log=$1 status=$2 line
  if line=$(grep -E '^[0-9]+% tests passed' "$log" | tail -1) && [[ $line =~ ([0-9]+)\ tests\ failed\ out\ of\ ([0-9]+) ]]; then
    local bad=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]} out
    out=$(grep -cE '\(Skipped\)' "$log")
    passed=$((passed + all - bad - out)) failed=$((failed + bad)) skipped=$((skipped + out))
  elif line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -1) && [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)? ]]; then
    passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
    ((status != 0 && BASH_REMATCH[2] == 0)) && failed=$((failed + 1))
  elif ((status == 0)); then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
  return 0
}

step() {
  local name=$1 begin=$SECONDS status=0
  shift
  local log="$logs/${name// /-}.log"
  "$@" >"$log" 2>&1 || status=$?
  count "$log" "$status"
  printf '%-4s %-28s %4d s\n' "$([[ $status == 0 ]] && echo ok || echo FAIL)" "$name" $((SECONDS - begin))
  ((status == 0)) || tail -40 "$log" | sed 's/^/     | /'
  return "$status"
}

format_check() { git ls-files '*.cpp' '*.h' | xargs clang-format-16 --dry-run -Werror; }
finish() {
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  exit $((failed > 0))
}

if [[ $mode == fast ]]; then
  step install scripts/install.sh --tests || finish
  step format format_check
  step conventions tests/conventions/run.sh
  step build scripts/build.sh dev || finish
  step 'quick tests' ctest --test-dir build/dev -LE 'slow|quality|e2e' -j2 --output-on-failure
  finish
fi

if [[ $mode == faults ]]; then
  step install scripts/install.sh --tests || finish
  step 'build release' scripts/build.sh release || finish
  step samples samples/make.sh
  step 'all faults' tests/faults/run.sh full
  finish
fi

step install scripts/install.sh --tests || finish
step format format_check
step conventions tests/conventions/run.sh
step 'build release' scripts/build.sh release || finish
step 'unit drawn golden http' ctest --test-dir build/release -j2 --output-on-failure
step 'build sanitizers' scripts/build.sh asan sanitized_tests &&
  step 'sanitizers' ctest --test-dir build/asan -L '^(unit|drawn|fuzz)$' -j2 --output-on-failure
step 'web unit' npm --prefix index/web test --silent
step samples samples/make.sh
step 'end to end' tests/e2e/run.sh
step 'bad input' tests/bad_input/run.sh
step faults tests/faults/run.sh
step quality tests/quality/run.sh
step browser tests/browser/run.sh
finish
