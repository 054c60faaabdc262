#!/usr/bin/env bash
# Packs everything that is shipped into artifacts/packages, from two checkouts of this commit one after the other, and compares the archives entry by entry.
# Both stand in one folder, because the text that Razor generates names it; their files have the commit's time, which the list of static files names.
# Beside the packages it writes a software bill of materials (CycloneDX) of the host, which has all of them in it.
# bash eng/pack.sh; writes docs/quality/packages.md
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
commit=$(git rev-parse HEAD)
for one in a b; do
  rm -rf "$work/checkout"
  git clone --quiet . "$work/checkout"
  git -C "$work/checkout" checkout --quiet --detach "$commit"
  (cd "$work/checkout" && git ls-files -z | xargs -0 touch -d "@$(git log -1 --format=%ct)")
  for project in "$work/checkout"/src/*/*.csproj; do
    case $project in *Ardalis*) continue ;; esac # in a solution of its own, because not every registry serves what it needs
    dotnet pack "$project" -c Release -o "$work/packages-$one" --nologo -v quiet -p:ContinuousIntegrationBuild=true
  done
done
python3 eng/pack-page.py "$work/packages-a" "$work/packages-b" > "$work/page.md"
dotnet tool install CycloneDX --version 6.3.1 --tool-path "$work/tools" > /dev/null
dotnet restore "$work/checkout/samples/MinimalHost" --nologo -v quiet
"$work/tools/dotnet-CycloneDX" "$work/checkout/samples/MinimalHost/MinimalHost.csproj" -o "$work/sbom" -fn sbom.cdx.json -F Json -dpr -rs -ipr -ns > /dev/null
mv "$work/page.md" docs/quality/packages.md
mkdir -p artifacts
rm -rf artifacts/packages
mv "$work/packages-a" artifacts/packages
mv "$work/sbom/sbom.cdx.json" artifacts/packages/
cat docs/quality/packages.md
