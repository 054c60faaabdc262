#!/usr/bin/env bash
# Four silos as processes on loopback draw from partitions while one of them at a time is killed or frozen; every draw is compared with one machine's.
# Writes docs/quality/cluster.md. Needs PostgreSQL's initdb and postgres on PATH.
#   eng/cluster-faults.sh [draws] [units] [partitions] [seed of the faults]
# With RI_CLUSTER_OUT=FILE the figures go there and no page is written; with RI_CLUSTER_LOG=Warning silos say more, and RI_CLUSTER_LOGS=FOLDER keeps it.
set -euo pipefail
cd "$(dirname "$0")/.."
draws=${1:-200} units=${2:-10000000} partitions=${3:-32} seed=${4:-1}
export PATH="$PATH:$(printf '%s:' /usr/lib/postgresql/*/bin)" # Debian keeps initdb there
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

folder=$(mktemp -d)
server=
cleanup() {
  if [ -n "$server" ]; then kill -INT "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  if [ -n "${RI_CLUSTER_LOGS:-}" ]; then cp "$folder"/frames/silo-*.log "$RI_CLUSTER_LOGS"; fi
  rm -rf "$folder"
}
trap cleanup EXIT
mkdir "$folder/frames" "$folder/postgres"
as=()
if [ "$(id -u)" = 0 ]; then # initdb refuses root; "nobody" is on every machine
  chown nobody "$folder/postgres" && chmod 755 "$folder"
  as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
fi
"${as[@]}" initdb -D "$folder/postgres/data" -U ri --auth=trust -E UTF8 --locale=C >"$folder/initdb.log"
"${as[@]}" postgres -D "$folder/postgres/data" -k "$folder/postgres" -c listen_addresses= >"$folder/postgres.log" 2>&1 &
server=$!
until "${as[@]}" pg_isready -q -h "$folder/postgres" -U ri; do sleep 0.1; done

program=${RI_CLUSTER_PROGRAM:-$folder/program/Cluster.dll} # another one that is published already
if [ -z "${RI_CLUSTER_PROGRAM:-}" ]; then
  # Compiled ahead, as a site would deploy it: a silo that is started again is of use at once.
  dotnet publish samples/Cluster -c Release -r "linux-$(uname -m | sed s/x86_64/x64/ | sed s/aarch64/arm64/)" --no-self-contained -p:PublishReadyToRun=true -o "$folder/program" -v quiet --nologo -m:1
fi
figures=${RI_CLUSTER_OUT:-$folder/figures.json}
dotnet "$program" faults --folder "$folder/frames" --postgres "Host=$folder/postgres;Username=ri;Database=postgres" \
  --draws "$draws" --units "$units" --partitions "$partitions" --seed "$seed" --out "$figures"
if [ -z "${RI_CLUSTER_OUT:-}" ]; then
  python3 eng/cluster-page.py "$figures" docs/quality/cluster.md
fi
