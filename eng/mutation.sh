#!/usr/bin/env bash
# Changes the domain one place at a time and asks the tests whether they notice; writes docs/quality/mutation.md.
#   bash eng/mutation.sh                      every area of eng/mutation/areas.tsv, hours
#   bash eng/mutation.sh redaction calendars  only those; the page keeps what it says of the others
#   bash eng/mutation.sh calendars:Calendars/NoticeIcs.cs,Calendars/Receipt.cs   only these files of an area: what was said of its other files stays, if they are as they were
# First a canary whose mutants are known: if the tool judges one of them otherwise, nothing it says counts and the script stops.
# Exits with 1 if an area that was run is below its bar.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(pwd)
out="$root/artifacts/mutation"
table="$root/eng/mutation/areas.tsv"

areas=("$@")
[ ${#areas[@]} -gt 0 ] || mapfile -t areas < <(grep -v '^#' "$table" | cut -f1)
for area in "${areas[@]}"; do
  area=${area%%:*}
  grep -q "^$area"$'\t' "$table" || { echo "eng/mutation/areas.tsv has no area $area." >&2; exit 2; }
done

dotnet tool restore >/dev/null
export RunAnalyzers=false # what is built here was built with them before
export Optimize=true      # as it is shipped
stryker() { # folder of the tests, project, output, what to mutate…
  local tests=$1 project=$2 to=$3
  shift 3
  rm -rf "$to"
  (cd "$tests" && dotnet tool run dotnet-stryker --config-file "$root/eng/mutation/stryker-config.json" --project "$project.csproj" --output "$to" --skip-version-check "$@")
}

stryker "$root/eng/mutation/canary/Canary.Tests" Canary "$out/canary"
python3 eng/mutation-page.py canary "$out/canary/reports/mutation-report.json"

below=0
for area in "${areas[@]}"; do
  only=${area#*:} area=${area%%:*}
  IFS=$'\t' read -r _ _ sources tests < <(grep "^$area"$'\t' "$table")
  [ "$only" = "$area" ] || sources=${only//,/ }
  set -f
  mutate=()
  for glob in $sources; do
    case $glob in
      !*) mutate+=(--mutate "!**/${glob#!}") ;;
      *) mutate+=(--mutate "**/$glob") ;;
    esac
  done
  suite="$root/tests/RandomInspection.Domain.Tests"
  export MUTATION_TESTS='' MUTATION_NOT=''
  for glob in $tests; do
    case $glob in
      !*) MUTATION_NOT+="$suite/${glob#!};" ;;
      *) MUTATION_TESTS+="$suite/$glob;" ;;
    esac
  done
  RI_ONLY_FOLDERS=$(printf '%s\n' $sources | grep -v '^!' | cut -d/ -f1 | sort -u | tr '\n' ' ')
  export RI_ONLY_FOLDERS=${RI_ONLY_FOLDERS% }
  set +f
  started=$SECONDS
  stryker "$root/eng/mutation/area" RandomInspection.Domain "$out/$area" "${mutate[@]}"
  python3 eng/mutation-page.py "$area" "$out/$area/reports/mutation-report.json" $((SECONDS - started)) "$sources" || below=1
done
exit $below
