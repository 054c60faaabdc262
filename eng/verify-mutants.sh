#!/usr/bin/env bash
# Forty thousand changed documents, ten thousand of them a changed byte of a large record, through all three verifiers, which must agree on each (tests/RandomInspection.Verifiers.Tests).
# Writes the second part of docs/quality/verifiers.md and keeps the first.
set -euo pipefail
cd "$(dirname "$0")/.."

count=${1:-40000}
page=$PWD/docs/quality/verifiers.md
table=$(mktemp)
trap 'rm -f "$table"' EXIT
dotnet build tests/RandomInspection.Verifiers.Tests --nologo -v quiet
RI_MUTANTS=$count RI_MUTANTS_OUT=$table dotnet run --project tests/RandomInspection.Verifiers.Tests --no-build -- --filter-class '*AgreementTests'

[ -e "$page" ] || printf '# Verifiers, measured\n\n' > "$page"
sed -i '/^## Changed documents/,$d' "$page"
{
  printf '## Changed documents\n\n'
  printf '%s changes of records and frames, made by `eng/verify-mutants.sh`: .NET, JavaScript and Python gave the same verdict on every one, and the same step first.\n\n' "$count"
  printf '| Change | Documents | Found | Not found | Step that fails first (.NET) |\n| --- | ---: | ---: | ---: | --- |\n'
  cat "$table"
  printf '\nWhat is not found here changes only what nothing derives: a moment within its order, the directory, a digest of another view, a cutoff in a subject’s view, the figures of a sealed match. The digest of the record and its signature find these too: every byte of a record and of a signature document is changed in the suites.\n\n- Date: %s\n' "$(date -u '+%Y-%m-%d %H:%M UTC')"
} >> "$page"
cat "$page"
