#!/usr/bin/env bash
# 大文件试验：a file of ROWS rows in and into the directory, and ROWS messages out in each form, each in a process of its own that says how much memory it had
# at most; the first that writes makes the messages too.
# Memory must not grow with the rows: the same is done with a tenth of them. Writes its part of docs/quality/exchange.md.
#   eng/exchange-files.sh [ROWS=1000000]
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-1000000}
dotnet build samples/ExchangePartners -c Release -m:1 -v q --nologo -p:RunAnalyzers=false >/dev/null
run=samples/ExchangePartners/bin/Release/net10.0/exchange-partners
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
before=$(cut -d' ' -f1-3 /proc/loadavg)
for count in $((rows / 10)) "$rows"; do
  here=$folder/$count
  $run department "$here/files" "$count" >/dev/null
  echo "$count $($run take-file "$here/in" "$here/files")" | tee -a "$folder/lines"
  echo "$count $($run take-in "$here/in")" | tee -a "$folder/lines"
  rm -rf "$here/in" "$here/files"
  $run publish "$here/out" "$count" "$((count / 10))" >/dev/null
  for form in Lines Csv CsvGb18030 Workbook; do
    echo "$count $($run write-file "$here/out" "$here/drop-$form" $form)" | tee -a "$folder/lines"
    rm -rf "$here/drop-$form"
  done
  rm -rf "$here"
done
python3 eng/exchange-page.py files "$before" <"$folder/lines"
