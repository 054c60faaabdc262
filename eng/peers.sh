#!/usr/bin/env bash
# Measures draws over 10⁵ to 10⁸ units beside what else draws as many, and writes docs/quality/scale.md. Run it on a machine that does nothing else.
# It needs 8 GB of memory and 5 GB of disk. Give a folder with the figures of an earlier run, and only the page is written.
set -euo pipefail
cd "$(dirname "$0")/.."

page() {
  mkdir -p docs/quality
  python3 eng/scale-page.py "$1" > "$1/page.md"
  mv "$1/page.md" docs/quality/scale.md
  cat docs/quality/scale.md
}

if [ $# -gt 0 ]; then
  page "$1"
  exit
fi

postgres=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1 || true)
if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
  /usr/bin/python3 -c 'import numpy' 2> /dev/null || apt-get install -y -q python3-numpy > /dev/null || true
  [ -n "$postgres" ] || apt-get install -y -q postgresql > /dev/null || true
  postgres=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1 || true)
fi

python=python3
for candidate in python3 /usr/bin/python3; do
  "$candidate" -c 'import numpy' 2> /dev/null && { python=$candidate; break; }
done

work=$PWD/TestResults/scale
rm -rf "$work"
mkdir -p "$work"
cluster=
server=()
as() { if [ "$(id -u)" = 0 ]; then runuser -u nobody -- "$@"; else "$@"; fi; }
stop() {
  [ -n "$cluster" ] || return 0
  pid=$(head -1 "$cluster/data/postmaster.pid" 2> /dev/null || true)
  [ -z "$pid" ] || kill -INT "$pid"
  while [ -e "$cluster/data/postmaster.pid" ]; do sleep 0.2; done
  rm -rf "$cluster"
}
trap stop EXIT

if [ -n "$postgres" ]; then
  # A throw-away cluster: it answers on the loopback alone, and the server refuses to run as root.
  cluster=$(mktemp -d)
  [ "$(id -u)" != 0 ] || chown nobody "$cluster"
  port=$((20000 + RANDOM % 20000))
  as "$postgres/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C > /dev/null
  as "$postgres/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" -o "-h 127.0.0.1 -p $port -k $cluster -c work_mem=1GB -c maintenance_work_mem=1GB -c temp_buffers=1GB -c shared_buffers=512MB -c fsync=off" start > /dev/null
  server=(--postgres "Host=127.0.0.1;Port=$port;Username=postgres")
  "$postgres/postgres" --version > "$work/postgres.txt"
fi

"$python" -c 'import numpy; print(numpy.__version__)' > "$work/numpy.txt" 2> /dev/null || true
project=benchmarks/RandomInspection.Benchmarks
dotnet build "$project" -c Release -p:WithDuckDb=true --nologo -v quiet
program=$project/bin/Release/net10.0/RandomInspection.Benchmarks.dll
cut -d' ' -f1-3 /proc/loadavg > "$work/before.txt"
dotnet "$program" scale --units 200000 --check > "$work/check.txt"

rounds() { if [ "$1" -gt 10000000 ]; then echo 1; else echo 1 2 3; fi; }
for units in 100000 1000000 10000000 100000000; do
  for threads in 1 2; do
    for _ in $(rounds $units); do
      dotnet "$program" scale --units $units --threads $threads | tee -a "$work/generated-$units-$threads.txt"
    done
  done
done

for place in file-1000000 file-10000000 sqlite-1000000 postgres-1000000; do
  [ "${place%-*}" != postgres ] || [ -n "$cluster" ] || continue
  for _ in 1 2 3; do
    dotnet "$program" scale --units "${place#*-}" --threads 2 --source "${place%-*}" ${server[@]+"${server[@]}"} | tee -a "$work/$place-2.txt"
  done
done

for units in 1000000 10000000; do
  dotnet "$program" scale-peers --units $units --threads 2 --python "$python" ${server[@]+"${server[@]}"} | tee "$work/peers-$units.txt"
done
# Those that fit into the memory beside ours and end within minutes.
dotnet "$program" scale-peers --units 100000000 --threads 2 --python "$python" --peers numpy,duckdb | tee "$work/peers-100000000.txt"

# Last: nothing of it stays in memory. In one process, as a project of its own would copy the peers' native code for each.
dotnet "$program" --filter '*.Scale*Benchmarks.*' --inProcess --exporters json --artifacts "$work/artifacts" > "$work/log.txt" || { tail -40 "$work/log.txt"; exit 1; }
DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0 dotnet "$program" --filter '*.ScaleKernelBenchmarks.Ids_8' --inProcess --exporters json --artifacts "$work/avx2" > "$work/avx2.txt" || { tail -40 "$work/avx2.txt"; exit 1; }
cut -d' ' -f1-3 /proc/loadavg > "$work/after.txt"
page "$work"
