#!/usr/bin/env bash
# Measures matches beside Google.OrTools and writes docs/quality/matching.md. Run it on a machine that does nothing else.
# The table of draws is made by eng/match-uniformity.sh; give its file, or it is made first.
set -euo pipefail
cd "$(dirname "$0")/.."

draws=${1:-$PWD/TestResults/match-uniformity.md}
[ -e "$draws" ] || bash eng/match-uniformity.sh 20000 "$draws"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
project=benchmarks/RandomInspection.Benchmarks
before=$(cut -d' ' -f1-3 /proc/loadavg)

dotnet build "$project" -c Release --nologo -v quiet
program=$project/bin/Release/net10.0/RandomInspection.Benchmarks.dll
dotnet "$program" --filter '*.Match*Benchmarks.*' --exporters json --artifacts "$work/artifacts" > "$work/log.txt" || { tail -40 "$work/log.txt"; exit 1; }

# One process each: time, processor time, and the largest memory, that of the peer's native code too.
for size in district city province "short province"; do
  for what in balanced mixed peer-staffed peer-balanced; do
    dotnet "$program" match "$size" "$what" | tee -a "$work/processes.txt"
  done
done
after=$(cut -d' ' -f1-3 /proc/loadavg)

mkdir -p docs/quality
python3 eng/match-page.py "$work/artifacts/results" "$work/processes.txt" "$draws" "$before" "$after" > "$work/page.md"
mv "$work/page.md" docs/quality/matching.md
cat docs/quality/matching.md
