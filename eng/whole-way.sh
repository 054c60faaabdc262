#!/usr/bin/env bash
# The whole way over a file of subjects: what each step takes, and each page of a host that holds it. Writes docs/quality/whole-way.md.
# Run it on a machine that does nothing else: bash eng/whole-way.sh SUBJECTS.csv
set -euo pipefail
cd "$(dirname "$0")/.."

subjects=${1:?the file of subjects}
work=$(mktemp -d)
host=
trap '[ -z "$host" ] || kill "$host"; rm -rf "$work"' EXIT
before=$(cut -d' ' -f1-3 /proc/loadavg)

dotnet build benchmarks/RandomInspection.WholeWay -c Release --nologo -v quiet
dotnet build samples/MinimalHost -c Release --nologo -v quiet
dotnet benchmarks/RandomInspection.WholeWay/bin/Release/net10.0/RandomInspection.WholeWay.dll "$subjects" "$work/data" > "$work/steps.txt"

root=http://127.0.0.1:5095
(cd samples/MinimalHost && exec env DataFolder="$work/data" ASPNETCORE_ENVIRONMENT=Development dotnet bin/Release/net10.0/MinimalHost.dll --urls $root) > "$work/host.txt" 2>&1 &
host=$!
for _ in $(seq 100); do curl -sf -o /dev/null $root/ && break; sleep 0.2; done

python3 eng/whole-way-page.py "$work/steps.txt" "$root" "$before" > "$work/page.md"
mv "$work/page.md" docs/quality/whole-way.md
cat docs/quality/whole-way.md
