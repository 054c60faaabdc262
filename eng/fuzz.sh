#!/usr/bin/env bash
# 模糊测试：every reader of strangers' bytes under AFL++ (apt-get install afl++), SECONDS each, from the corpus in fuzz/corpus and what was found in
# earlier runs (kept in FUZZ_WORK). Adds each run's executions to docs/quality/fuzzing.tsv and makes docs/quality/fuzzing.md of all runs.
# An input that fails is copied to fuzz/failures/NAME: mend what it shows, and leave it there, where a test replays it from then on.
#   eng/fuzz.sh [SECONDS=60] [NAME…]
set -euo pipefail
cd "$(dirname "$0")/.."
command -v afl-fuzz >/dev/null || { echo "afl-fuzz is needed: apt-get install afl++" >&2; exit 1; }
seconds=${1:-60}
shift || true
work=${FUZZ_WORK:-$(mktemp -d)}
mkdir -p "$work"
dotnet tool restore >/dev/null
dotnet build fuzz/RandomInspection.Fuzzing -c Release -m:1 -v q --nologo -p:RunAnalyzers=false >/dev/null
rm -rf "$work/bin"
cp -r fuzz/RandomInspection.Fuzzing/bin/Release/net10.0 "$work/bin"
for assembly in RandomInspection.Abstractions RandomInspection.Domain RandomInspection.Tabular RandomInspection.Frames ExcelDataReader; do
  dotnet tool run sharpfuzz "$work/bin/$assembly.dll" >/dev/null
done
names=("$@")
((${#names[@]})) || mapfile -t names < <(dotnet "$work/bin/fuzzing.dll" names)
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_UI=1
export DOTNET_TieredPGO=0 DOTNET_gcServer=0 DOTNET_GCgen0size=4000000
failed=0
keep() {
  mkdir -p "fuzz/failures/$name"
  cp "$1" "fuzz/failures/$name/$(sha256sum "$1" | cut -c1-16)"
  failed=1
}
for name in "${names[@]}"; do
  mkdir -p "$work/in/$name" "$work/out"
  cp fuzz/corpus/"$name"/* "$work/in/$name/"
  [[ ! -d fuzz/failures/$name ]] || cp fuzz/failures/"$name"/* "$work/in/$name/"
  left=$seconds
  while ((left > 0)); do
    # What an earlier run found is where this one begins; a run's figures are its own.
    [[ ! -d $work/out/$name ]] || { cp -n "$work/out/$name/default/queue/"id* "$work/in/$name/" 2>/dev/null || true; rm -rf "$work/out/$name"; }
    began=$SECONDS
    if afl-fuzz -i "$work/in/$name" -o "$work/out/$name" -V "$left" -m none -t 20000 -- dotnet "$work/bin/fuzzing.dll" afl "$name" >"$work/$name.log" 2>&1; then
      left=0
    else
      # The reader's process is gone: either the last input is to blame, or somebody stopped it from outside.
      last=$work/out/$name/default/.cur_input
      [[ -e $last ]] || { tail -n 20 "$work/$name.log" >&2; exit 1; }
      timeout 20 dotnet fuzz/RandomInspection.Fuzzing/bin/Release/net10.0/fuzzing.dll replay "$name" "$last" >/dev/null || keep "$last"
      ((left -= SECONDS - began > 5 ? SECONDS - began : 5))
    fi
    python3 eng/fuzz-page.py run "$name" "$work/out/$name/default/fuzzer_stats"
    for crash in "$work/out/$name/default/crashes/"id*; do
      [[ ! -e $crash ]] || keep "$crash"
    done
  done
done
python3 eng/fuzz-page.py page
((failed)) && { echo "inputs that fail are in fuzz/failures" >&2; exit 1; }
exit 0
