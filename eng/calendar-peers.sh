#!/usr/bin/env bash
# Measures the calendar beside its peers and writes docs/quality/calendar.md. Run it on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
project=benchmarks/RandomInspection.Benchmarks
before=$(cut -d' ' -f1-3 /proc/loadavg)

dotnet build "$project" -c Release --nologo -v quiet
program=$project/bin/Release/net10.0/RandomInspection.Benchmarks.dll
dotnet "$program" --filter '*CalendarBenchmarks*' --exporters json --artifacts "$work/artifacts" > "$work/log.txt" || { tail -40 "$work/log.txt"; exit 1; }
dotnet "$program" days > "$work/days.txt"

# Debian's numpy belongs to Debian's python, which need not be the first one on the path.
python=python3
"$python" -c 'import numpy' 2> /dev/null || python=/usr/bin/python3
"$python" eng/calendar-peers.py "$work/days.txt" > "$work/numpy.txt" || echo "numpy: skipped" >&2
after=$(cut -d' ' -f1-3 /proc/loadavg)

python3 eng/calendar-page.py "$work"/artifacts/results/*-report-full-compressed.json "$work/numpy.txt" "$before" "$after" > "$work/page.md"
mkdir -p docs/quality
mv "$work/page.md" docs/quality/calendar.md
cat docs/quality/calendar.md
