#!/usr/bin/env bash
# Takes a picture of one page of every kind that the public and each demo person reach, at a desk and on a phone, to be looked at: eng/screenshots-all.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(realpath -m "${1:-artifacts/pages}")
RI_SCREENSHOTS="$folder" dotnet run --project tests/RandomInspection.EndToEnd.Tests -- --filter-method '*Pages_OfAReader*'
ls "$folder" | wc -l
