"""The table of packages, and whether two builds of one commit gave the same entries: pack-page.py FOLDER FOLDER."""
import datetime
import hashlib
import pathlib
import sys
import zipfile

one, other = (pathlib.Path(folder) for folder in sys.argv[1:])


def entries(archive):
    with zipfile.ZipFile(archive) as opened:
        return {name: hashlib.sha256(opened.read(name)).hexdigest() for name in opened.namelist()}


def is_different(name):
    return entries(one / name) != entries(other / name)


names = sorted(path.name for path in one.iterdir())
assert names and names == sorted(path.name for path in other.iterdir()), "the two builds packed different packages"
different = [name for name in names if is_different(name)]

print("# Packages, built twice")
print()
print("Made by `eng/pack.sh`, not written by hand: everything that is shipped, packed from two checkouts of one commit, one after the other in one folder, and compared entry by entry.")
print()
print("| Package | KiB | Entries | The same twice |")
print("| --- | ---: | ---: | --- |")
for name in names:
    print(f"| {name} | {(one / name).stat().st_size / 1024:,.0f} | {len(entries(one / name))} | {'no' if name in different else 'yes'} |")
print()
print(f"{len(names) - len(different)} of {len(names)} archives have the same entries, byte by byte.")
print()
print(f"Made on {datetime.date.today()}.")
for name in different:
    ours, theirs = entries(one / name), entries(other / name)
    print(f"{name}: {sorted(entry for entry in ours.keys() | theirs.keys() if ours.get(entry) != theirs.get(entry))}", file=sys.stderr)
sys.exit(1 if different else 0)
