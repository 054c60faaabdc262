#!/usr/bin/env bash
# Draws every enumerable instance of a match 20,000 times, ours beside what is simpler, tests the counts, and writes the table for docs/quality/matching.md.
set -euo pipefail
cd "$(dirname "$0")/.."
export RI_MATCH_DRAWS=${1:-20000} RI_MATCH_STUDY=${2:-$PWD/TestResults/match-uniformity.md}
mkdir -p "$(dirname "$RI_MATCH_STUDY")"
dotnet run -c Release --project tests/RandomInspection.Domain.Tests -- --filter-class RandomInspection.Tests.Matching.UniformityStudy
cat "$RI_MATCH_STUDY"
