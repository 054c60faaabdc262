#!/usr/bin/env bash
# A simulated year of draws over a file of subjects, without one over as many made-up ones. Writes docs/quality/burden.md and its pictures.
# bash eng/year.sh [SUBJECTS.csv]
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build benchmarks/RandomInspection.Year -c Release --nologo -v quiet
dotnet benchmarks/RandomInspection.Year/bin/Release/net10.0/RandomInspection.Year.dll "$@" > "$work/year.tsv"
python3 eng/year-page.py "$work/year.tsv" docs/quality > "$work/page.md"
mv "$work/page.md" docs/quality/burden.md
cat docs/quality/burden.md
