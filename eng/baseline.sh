#!/usr/bin/env bash
# Stores what is public now as the baseline against which every package is compared when it is packed: reference assemblies, nothing else.
# bash eng/baseline.sh, at a release, or before it for a break that the changelog names; after dotnet build
set -euo pipefail
cd "$(dirname "$0")/.."
python3 - <<'PY'
import pathlib, zipfile

folder = pathlib.Path("eng/baseline")
folder.mkdir(exist_ok=True)
for project in sorted(pathlib.Path("src").glob("*/*.csproj")):
    name = project.stem
    reference = project.parent / "obj/Debug/net10.0/ref" / f"{name}.dll"
    if name == "RandomInspection.Ardalis" or not reference.exists():  # in a solution of its own; ri is a tool
        continue
    nuspec = f"<package><metadata><id>{name}</id><version>0.1.0</version><authors>RandomInspection</authors><description>Baseline</description></metadata></package>"
    with zipfile.ZipFile(folder / f"{name}.nupkg", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path, content in ((f"{name}.nuspec", nuspec.encode()), (f"lib/net10.0/{name}.dll", reference.read_bytes())):
            package.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    print(name, (folder / f"{name}.nupkg").stat().st_size)
PY
