#!/usr/bin/env bash
# What `ri fsck` takes over a log of a million entries, stage by stage, beside a bare read of the same table. Writes docs/quality/fsck.md.
# Run it on a machine that does nothing else: bash eng/fsck-speed.sh [ENTRIES]
set -euo pipefail
cd "$(dirname "$0")/.."

entries=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
before=$(cut -d' ' -f1-3 /proc/loadavg)
dotnet build benchmarks/RandomInspection.Fsck -c Release --nologo -v quiet
dotnet benchmarks/RandomInspection.Fsck/bin/Release/net10.0/RandomInspection.Fsck.dll "$work" "$entries" > "$work/times.txt"
python3 eng/fsck-page.py "$work/times.txt" "$before" > "$work/page.md"
mv "$work/page.md" docs/quality/fsck.md
cat docs/quality/fsck.md
