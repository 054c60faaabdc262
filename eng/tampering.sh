#!/usr/bin/env bash
# Changes single things in databases of 10,000 entries, on SQLite and PostgreSQL, and lets the check look for each. Writes docs/quality/tampering.md.
# bash eng/tampering.sh [CHANGES]
set -euo pipefail
cd "$(dirname "$0")/.."

export RI_TAMPERING=${1:-200}
RI_TAMPERING_REPORT=$(mktemp)
export RI_TAMPERING_REPORT
trap 'rm -f "$RI_TAMPERING_REPORT"' EXIT
dotnet build tests/RandomInspection.EntityFrameworkCore.Tests --nologo -v quiet
dotnet run --project tests/RandomInspection.EntityFrameworkCore.Tests --no-build -- --filter-method '*TamperingTests.RunAsync_AnySingleChange_Found'
{
  cat <<PAGE
# Tampering, tried

Made by \`eng/tampering.sh\`, not written by hand: each line is one kind of change in one table of a database of some 10,000 entries with everything that a year leaves behind, past the triggers, which are put back. After every single change \`ri fsck\` checked the whole database, and a change that it had not found would have failed the run. A bit is one bit of one column; a row goes, comes in, or changes places with another; an edited value is what another row has in that column; cut off is a row with all behind it. What stands at 0 was drawn and could not be done, because the database refuses it or because nothing differs afterwards.

PAGE
  for database in SQLite PostgreSQL; do
    found=$(awk -F'\t' -v d="$database" '$1 == d { n += $4 } END { print n + 0 }' "$RI_TAMPERING_REPORT")
    printf '## %s: %s changes, %s found\n\n| Table | Bit | Removed | Swapped | Inserted | Edited | Cut off |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n' "$database" "$found" "$found"
    awk -F'\t' -v d="$database" '$1 == d { t[$2] = 1; n[$2, $3] = $4; seen[$2, $3] = 1 }
      END { for (k in t) { printf "| `%s` |", k; split("Bit Removed Swapped Inserted Edited CutOff", kinds, " "); for (i = 1; i <= 6; i++) printf " %s |", (k, kinds[i]) in seen ? n[k, kinds[i]] : ""; print "" } }' "$RI_TAMPERING_REPORT" | sort
    echo
  done
  echo "Tried on $(date -u +%F)."
} > docs/quality/tampering.md
cat docs/quality/tampering.md
