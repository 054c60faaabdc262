#!/usr/bin/env bash
# Verifies one draw over a million units with all three verifiers, three times each: JavaScript in a worker of headless Chromium,
# Python, ri. Writes the first part of docs/quality/verifiers.md; the second is made by eng/verify-mutants.sh, whose table is kept.
# Run it on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/.."

units=${1:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
before=$(cut -d' ' -f1-3 /proc/loadavg)

dotnet build src/RandomInspection.Cli -c Release --nologo -v quiet
ri=(dotnet src/RandomInspection.Cli/bin/Release/net10.0/ri.dll)
python3 eng/verify-million.py make "$work" "$units" "${ri[@]}" > "$work/draw.txt"
key=$(cat "$work/key.txt")

python3 eng/verify-million.py serve "$work" src/RandomInspection.Web/wwwroot/verify 3 > "$work/browser.txt"
for _ in 1 2 3; do
  python3 eng/verify-million.py time "$work/python.txt" python3 tests/vectors/verify.py "$work/record.json" --frame "$work/frame.tsv" --key "$key"
  python3 eng/verify-million.py time "$work/ri.txt" "${ri[@]}" verify "$work/record.json" --frame "$work/frame.tsv" --key "$key"
done
after=$(cut -d' ' -f1-3 /proc/loadavg)

python3 eng/verify-million.py page "$work" "$before" "$after" docs/quality/verifiers.md > "$work/page.md"
mkdir -p docs/quality
mv "$work/page.md" docs/quality/verifiers.md
cat docs/quality/verifiers.md
