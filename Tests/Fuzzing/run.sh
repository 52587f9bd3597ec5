#!/bin/bash
# Builds the fuzz targets and runs them side by side, each for FUZZ_SECONDS (1800). Ends with 1 if any found something:
# the input is then in .build-fuzz/artifacts, and `.build-fuzz/release/FuzzDocx FILE` shows it again.
#
# FUZZ_TARGETS="FuzzText FuzzPDF" runs fewer; FUZZ_TIMEOUT (10) are seconds on the clock for one input: more where the
# machine has other work. FUZZ_SANITIZE=address looks for bad accesses too. Corpora grow in .build-fuzz/corpus from run to run.
set -eu -o pipefail
cd "$(dirname "$0")/../.."

seconds=${FUZZ_SECONDS:-1800}
timeout=${FUZZ_TIMEOUT:-10}
targets=${FUZZ_TARGETS:-FuzzDocx FuzzWordBinary FuzzHTML FuzzPDF FuzzPaint FuzzText FuzzXML FuzzState}
build=.build-fuzz
# After a trap the backtracer may hang for minutes, holding the output open; libFuzzer says enough.
export SWIFT_BACKTRACE=enable=no
export GONGKAI_FUZZ_TARGETS=1
export LSAN_OPTIONS=print_suppressions=0:suppressions=$PWD/Tests/Fuzzing/leaks.txt

for target in $targets; do
  nice -n 10 swift build -c release --scratch-path "$build" ${FUZZ_SANITIZE:+--sanitize="$FUZZ_SANITIZE"} --product "$target"
done
mkdir -p "$build/artifacts" "$build/logs"

# The longest input: enough for a table of the form in the format at hand.
limit() { case $1 in FuzzDocx | FuzzWordBinary) echo 32768 ;; FuzzPDF | FuzzPaint) echo 24576 ;; FuzzText | FuzzHTML) echo 12288 ;; *) echo 8192 ;; esac; }

declare -A process
# An interruption ends them too.
trap 'kill $(jobs -p) 2>/dev/null; exit 130' INT TERM
for target in $targets; do
  name=$(tr '[:upper:]' '[:lower:]' <<<"${target#Fuzz}")
  mkdir -p "$build/corpus/$name"
  nice -n 19 "$build/release/$target" "$build/corpus/$name" "Tests/Fuzzing/Seeds/$name" \
    -dict="Tests/Fuzzing/Dictionaries/$name.dict" -max_len="$(limit "$target")" \
    -timeout="$timeout" -rss_limit_mb=2048 -max_total_time="$seconds" -reload=0 -print_final_stats=1 \
    -artifact_prefix="$build/artifacts/$name-" >"$build/logs/$name.log" 2>&1 &
  process[$target]=$!
done

status=0
for target in $targets; do
  name=$(tr '[:upper:]' '[:lower:]' <<<"${target#Fuzz}")
  if wait "${process[$target]}"; then
    result="nothing found"
  else
    result="FOUND SOMETHING"
    status=1
  fi
  echo "$target: $result; $(grep -E '^#[0-9]+' "$build/logs/$name.log" | tail -n 1)"
  grep -hE 'oracle:|ERROR: libFuzzer|Test unit written' "$build/logs/$name.log" || true
done
# What the state's fuzzer kept in memory, which it can't remove where it was stopped.
for target in $targets; do rm -rf "/dev/shm/gongkai-fuzz-${process[$target]}"; done

# One process can't see that a line depends on the order of a hash, which is another in each process.
for target in $targets; do
  name=$(tr '[:upper:]' '[:lower:]' <<<"${target#Fuzz}")
  # These make no records.
  case $name in state | xml | paint) continue ;; esac
  for turn in 1 2; do
    GONGKAI_FUZZ_DIGESTS="$build/logs/$name.digests.$turn" nice -n 19 "$build/release/$target" \
      "$build/corpus/$name" -runs=0 -shuffle=0 -timeout="$timeout" >/dev/null 2>&1 || true
  done
  if ! cmp -s "$build/logs/$name.digests.1" "$build/logs/$name.digests.2"; then
    echo "$target: two processes wrote other lines"
    status=1
  fi
done
exit $status
