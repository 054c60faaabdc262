#!/usr/bin/env bash
# Packs everything that is shipped into artifacts/packages, from two checkouts of this commit side by side, and compares the archives entry by entry.
# Beside the packages it writes a software bill of materials (CycloneDX) of the host, which has all of them in it.
# bash eng/pack.sh; writes docs/quality/packages.md
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
commit=$(git rev-parse HEAD)
for one in a b; do
  git clone --quiet . "$work/$one"
  git -C "$work/$one" checkout --quiet --detach "$commit"
  for project in "$work/$one"/src/*/*.csproj; do
    case $project in *Ardalis*) continue ;; esac # in a solution of its own, because not every registry serves what it needs
    dotnet pack "$project" -c Release -o "$work/packages-$one" --nologo -v quiet -p:ContinuousIntegrationBuild=true
  done
done
python3 eng/pack-page.py "$work/packages-a" "$work/packages-b" > "$work/page.md"
dotnet tool install CycloneDX --version 6.3.1 --tool-path "$work/tools" > /dev/null
dotnet restore "$work/a/samples/MinimalHost" --nologo -v quiet
"$work/tools/dotnet-CycloneDX" "$work/a/samples/MinimalHost/MinimalHost.csproj" -o "$work/sbom" -fn sbom.cdx.json -F Json -dpr -rs -ipr -ns > /dev/null
mv "$work/page.md" docs/quality/packages.md
mkdir -p artifacts
rm -rf artifacts/packages
mv "$work/packages-a" artifacts/packages
mv "$work/sbom/sbom.cdx.json" artifacts/packages/
cat docs/quality/packages.md
