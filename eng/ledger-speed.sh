#!/usr/bin/env bash
# Appends a second on SQLite and PostgreSQL beside bare inserts. Writes docs/quality/ledger.md.
# Run it on a machine that does nothing else: bash eng/ledger-speed.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."

page=$(mktemp)
trap 'rm -f "$page"' EXIT
dotnet build benchmarks/RandomInspection.Benchmarks -c Release --nologo -v quiet
dotnet benchmarks/RandomInspection.Benchmarks/bin/Release/net10.0/RandomInspection.Benchmarks.dll ledger "${1:-5}" > "$page"
printf '\nMeasured on %s.\n' "$(date +%F)" >> "$page"
cp "$page" docs/quality/ledger.md
cat docs/quality/ledger.md
