#!/usr/bin/env bash
# Which lines and branches of the domain the tests run: writes docs/quality/coverage.md.
#   bash eng/coverage.sh              all test projects that are counted
#   bash eng/coverage.sh Domain Cli   only those test projects
# The widths of the hash are run as processors without AVX-512, without AVX2 and without vectors would run them, too.
# Exits with 1 if the engines are not covered whole or the domain less than 95 in 100.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(pwd)
out="$root/artifacts/coverage"

projects=("$@")
[ ${#projects[@]} -gt 0 ] || projects=(Domain Frames Tabular Cli TestKit Exchange EntityFrameworkCore)

# run NAME PREFIX [FILTER...]: the tests of a project that is built, under coverlet
run() {
  local program="tests/RandomInspection.$1.Tests/bin/Debug/net10.0/RandomInspection.$1.Tests" prefix=$2
  shift 2
  "$program" --coverlet --coverlet-output-format json --coverlet-file-prefix "$prefix" \
    --coverlet-include '[RandomInspection.Domain]*' --coverlet-include '[RandomInspection.Abstractions]*' \
    --coverlet-exclude-by-attribute ExcludeFromCodeCoverageAttribute \
    --coverlet-does-not-return-attribute DoesNotReturnAttribute --results-directory "$out" --progress off "$@" >"$out/$prefix.txt" || { tail -50 "$out/$prefix.txt"; exit 1; }
}

rm -rf "$out"
mkdir -p "$out"
for name in "${projects[@]}"; do
  dotnet build "tests/RandomInspection.$name.Tests" -m:1 --nologo -v quiet -p:Coverage=true -p:RunAnalyzers=false
  run "$name" "$name"
  if [ "$name" = Domain ]; then
    DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0 run Domain Domain-avx2 --filter-class '*Sha256KernelTests'
    DOTNET_EnableAVX2=0 run Domain Domain-sse --filter-class '*Sha256KernelTests'
    DOTNET_EnableHWIntrinsic=0 run Domain Domain-scalar --filter-class '*Sha256KernelTests'
  fi
done
python3 eng/coverage-page.py "$out"
