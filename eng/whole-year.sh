#!/usr/bin/env bash
# A year of a city, day by day, through the library's workflows. Writes docs/quality/whole-year.md and its pictures; some minutes.
# bash eng/whole-year.sh [SUBJECTS.csv]
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet build benchmarks/RandomInspection.WholeYear -c Release --nologo -v quiet
status=0
dotnet benchmarks/RandomInspection.WholeYear/bin/Release/net10.0/RandomInspection.WholeYear.dll "$work/year.tsv" "$@" || status=$?
python3 eng/whole-year-page.py "$work/year.tsv" docs/quality > "$work/page.md"
mv "$work/page.md" docs/quality/whole-year.md
cat docs/quality/whole-year.md
exit $status
