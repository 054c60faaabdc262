#!/usr/bin/env bash
# A directory of a million subjects merged from a file on SQLite and PostgreSQL. Writes docs/quality/directories.md.
# Run it on a machine that does nothing else: bash eng/merge-speed.sh [SUBJECTS]
set -euo pipefail
cd "$(dirname "$0")/.."

subjects=${1:-1000000}
page=$(mktemp)
trap 'rm -f "$page"' EXIT
dotnet build benchmarks/RandomInspection.Benchmarks -c Release --nologo -v quiet
run() { dotnet benchmarks/RandomInspection.Benchmarks/bin/Release/net10.0/RandomInspection.Benchmarks.dll merge "$1" "$subjects"; }
{
  cat <<PAGE
# Merging a directory, measured

Made by \`eng/merge-speed.sh\`, not written by hand: $(nproc) processors, load before $(cut -d' ' -f1-3 /proc/loadavg). Every merge is one transaction, on the disk when it is acknowledged. The databases lie in the temporary folder; each is measured in a process of its own, whose most memory so far is said (PostgreSQL's own server not included). The file has about 190 bytes a subject.

| What | Subjects | new / changed | reading the file, s | merge, s | of the processor, s | most memory, MiB |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
PAGE
  run sqlite
  run postgresql
  echo
  echo "Measured on $(date -u +%F); load after $(cut -d' ' -f1-3 /proc/loadavg)."
} > "$page"
cp "$page" docs/quality/directories.md
cat docs/quality/directories.md
