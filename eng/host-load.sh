#!/usr/bin/env bash
# What the sample host answers under load, beside bare endpoints on the same database in the same run. Writes docs/quality/host.md.
# Run it on a machine that does nothing else: bash eng/host-load.sh [SECONDS of a round]
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-4}
command -v wrk > /dev/null || { echo "wrk is needed: apt-get install wrk" >&2; exit 1; }
work=$(mktemp -d)
host=
trap '[ -z "$host" ] || { kill "$host" 2>/dev/null; wait "$host" 2>/dev/null || true; }; rm -rf "$work"' EXIT
before=$(cut -d' ' -f1-3 /proc/loadavg)
dotnet build samples/MinimalHost -c Release --nologo -v quiet -m:1
dotnet build benchmarks/RandomInspection.HostLoad -c Release --nologo -v quiet -m:1
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
( cd samples/MinimalHost && DataFolder="$work/data" ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS="http://127.0.0.1:$port" Logging__LogLevel__Default=Warning Api__RequestsAMinute=100000000 \
  exec dotnet bin/Release/net10.0/MinimalHost.dll > "$work/host.log" 2>&1 ) &
host=$!
for _ in $(seq 600); do
  curl -fsS "http://127.0.0.1:$port/health/ready" > "$work/ready" 2>/dev/null && break
  kill -0 "$host" || { cat "$work/host.log"; exit 1; }
  sleep 0.5
done
dotnet benchmarks/RandomInspection.HostLoad/bin/Release/net10.0/RandomInspection.HostLoad.dll "http://127.0.0.1:$port" "$work/data/inspection.db" "$seconds" > "$work/rounds.txt"
python3 eng/host-load-page.py "$work/rounds.txt" "$before" "$seconds" > "$work/page.md"
mv "$work/page.md" docs/quality/host.md
cat docs/quality/host.md
