#!/usr/bin/env bash
# Kills hosts, stops servers, fills disks and lets system calls fail, and looks each time at what is left. Writes docs/quality/durability.md.
# bash eng/crash.sh [ROUNDS]; 50 rounds take about half an hour. Small disks take root, failing calls take strace; what cannot be done here says so.
set -uo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-50}
few=$(((rounds + 9) / 10))
page=$(mktemp)
trap 'rm -f "$page"' EXIT
dotnet build benchmarks/RandomInspection.Durability -c Release --nologo -v quiet || exit 1

cat > "$page" <<'HEAD'
# Nothing acknowledged is lost

Made by `eng/crash.sh`, not written by hand. In each round 16 clients of a host write without a pause: commits of one to three entries with a view, a piece of personal data, and now and then a file or a merge of the directory. At some moment the host is killed, or what it stands on fails. Then a new host opens what is left: every acknowledged commit must be there once and whole, sequences and versions without gaps, head, tree nodes, views, directory and files as the entries say. Where a failure was reported, the refusals are counted by code, and the host had to go on when its cause was gone.

| What | Rounds | Acknowledged | Found | Refused | Wrong |
| --- | ---: | ---: | ---: | --- | ---: |
HEAD
status=0
crash() {
  echo "$1, $2 rounds" >&2
  dotnet benchmarks/RandomInspection.Durability/bin/Release/net10.0/RandomInspection.Durability.dll crash "$1" "$2" >> "$page" || status=1
}

for what in sqlite-kill postgresql-kill postgresql-stop; do crash "$what" "$rounds"; done
crash two-hosts "$few"
crash sqlite-file-limit "$few"
if [ "$(id -u)" = 0 ]; then
  crash sqlite-full "$few"
  crash postgresql-full "$few"
else
  echo '| full disks: not done, mounting small ones takes root | 0 | | | | |' >> "$page"
fi
if command -v strace >/dev/null; then
  for what in sqlite-write-errors sqlite-no-space-errors sqlite-sync-errors postgresql-sync-errors; do crash "$what" "$few"; done
else
  echo '| failing system calls: not done, there is no strace | 0 | | | | |' >> "$page"
fi

cat >> "$page" <<'TAIL'

More may be found than was acknowledged: what was committed in the moment in which the host died. A sync that fails leaves it open whether the commit would survive a loss of power; the store then writes and syncs another transaction in its place before it says that nothing was written, and says RI6053 if it cannot.
TAIL
printf '\nTried on %s.\n' "$(date +%F)" >> "$page"
cp "$page" docs/quality/durability.md
cat docs/quality/durability.md
exit $status
