#!/usr/bin/env bash
# Takes pictures of the main pages on the way from a CSV to a verified draw, in Chinese and English, at a desk and on a phone,
# and puts those that the README shows into docs/images. All of them: eng/screenshots.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."

folder=${1:-$(mktemp -d)}
RI_SCREENSHOTS=$(realpath -m "$folder") dotnet run --project tests/RandomInspection.EndToEnd.Tests -- --filter-class '*WholeWayTests'

mkdir -p docs/images
for picture in home.zh import.zh design.zh design.en ceremony.zh ceremony.zh.phone reveal.zh verify.zh verify.en selection.zh trail.zh; do
  cp "$folder/$picture.png" docs/images/
done
ls -l docs/images
