#!/usr/bin/env bash
# Measures everything that is promised, one after the other, on a machine that does nothing else, and writes the table of docs/quality/README.md: some hours.
# bash eng/measure.sh [SUBJECTS.csv]; a file of subjects is not part of this repository, and what asks for one is left out without it.
# What fails is named at the end; the rest goes on.
set -uo pipefail
cd "$(dirname "$0")/.."

subjects=${1:-}
failed=()
measure() {
  printf '\n== %s\n' "$*"
  bash "$@" || failed+=("$1")
}

measure eng/calendar-peers.sh
measure eng/match-peers.sh
measure eng/peers.sh
measure eng/verify-million.sh
measure eng/verify-mutants.sh
measure eng/ledger-speed.sh
measure eng/merge-speed.sh
measure eng/fsck-speed.sh
measure eng/tampering.sh
measure eng/crash.sh
measure eng/host-load.sh
measure eng/cluster-faults.sh
measure eng/pack.sh
measure eng/fuzz.sh
measure eng/coverage.sh
measure eng/mutation.sh
if [ -n "$subjects" ]; then
  measure eng/year.sh "$subjects"
  measure eng/whole-way.sh "$subjects"
  measure eng/whole-year.sh "$subjects"
fi
python3 eng/promises.py
[ ${#failed[@]} -eq 0 ] || { printf 'Failed: %s\n' "${failed[*]}" >&2; exit 1; }
