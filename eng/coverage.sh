#!/usr/bin/env bash
# Which lines and branches of the domain the tests run: writes docs/quality/coverage.md.
#   bash eng/coverage.sh              the tests of the domain, of the frames and of `ri`
#   bash eng/coverage.sh Domain Cli   only those test projects
# Exits with 1 if the engines are not covered whole or the domain less than 95 in 100.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(pwd)
out="$root/artifacts/coverage"

projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Domain Frames Cli)

rm -rf "$out"
mkdir -p "$out"
for name in "${projects[@]}"; do
  project="tests/RandomInspection.$name.Tests"
  dotnet build "$project" -m:1 --nologo -v quiet -p:Coverage=true -p:RunAnalyzers=false
  "$project/bin/Debug/net10.0/RandomInspection.$name.Tests" --coverlet --coverlet-output-format json --coverlet-file-prefix "$name" \
    --coverlet-include '[RandomInspection.Domain]*' --coverlet-include '[RandomInspection.Abstractions]*' \
    --coverlet-does-not-return-attribute DoesNotReturnAttribute --results-directory "$out" --progress off >"$out/$name.txt" || { tail -50 "$out/$name.txt"; exit 1; }
done
python3 eng/coverage-page.py "$out"
