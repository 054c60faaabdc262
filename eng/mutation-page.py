"""Writes an area's row and survivors into docs/quality/mutation.md from Stryker's report, or, for the canary, fails if a known mutant was judged otherwise. Standard library only.

    python3 eng/mutation-page.py canary REPORT
    python3 eng/mutation-page.py AREA REPORT SECONDS GLOBS    what was judged, of the files that GLOBS name under src/RandomInspection.Domain; exits with 1 below the bar of the area
    python3 eng/mutation-page.py                              the page anew: what is kept, as far as the files are as they were, and what it already says of other areas

A file judged again replaces what was said of it: artifacts/mutation/AREA.json keeps the last verdict of every file of an area. A file changed since it was judged counts as not judged.
"""

import collections
import datetime
import hashlib
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "quality" / "mutation.md"
TABLE = ROOT / "eng" / "mutation" / "areas.tsv"
SOURCES = ROOT / "src" / "RandomInspection.Domain"
KEPT = ROOT / "artifacts" / "mutation"

# of the whole domain
BAR = 90

# eng/mutation/canary/Canary/Song.cs: what the place becomes, and what must be said of it
CANARY = [
    ("left - right", "Killed"),
    ("notes < 100", "Killed"),
    ("notes > 100", "Survived"),
    ('""', "Survived"),
    ("bars + 1", "NoCoverage"),
    ("counted == notes", "Killed"),
    (";", "Killed"),
    ("counted--", "Killed"),
    ("3 / 4", "Killed"),
    ("{}", "Killed"),
    ("(IReadOnlyList<string>)[]", "Killed"),
    ('""', "Killed"),
    ('""', "Killed"),
    ("verses / 2", "Killed"),
    ("Voices[0].Length - extra", "Survived"),
]

# What the tool leaves out by itself: it would say the same twice, or was not asked for.
BY_ITSELF = ("Removed by block already covered filter", "Removed by mutate filter")


def mutants(report):
    for path, file in json.loads(pathlib.Path(report).read_text())["files"].items():
        for mutant in file["mutants"]:
            yield path, mutant


def canary(report):
    judged = [(m["replacement"], m["status"]) for _, m in mutants(report) if m["status"] != "Ignored"]
    if sorted(judged) != sorted(CANARY):
        sys.exit(f"The canary is judged otherwise than known; no score of this tool counts.\nknown:  {sorted(CANARY)}\njudged: {sorted(judged)}")
    print(f"canary: {len(judged)} mutants judged as known")


def bars():
    for line in TABLE.read_text().splitlines():
        if not line.startswith("#"):
            name, bar, globs, _ = line.split("\t")
            yield name, int(bar), globs.split()


def said():
    """What the page says now: rows and sections by area."""
    if not PAGE.exists():
        return {}, {}
    text = PAGE.read_text()
    rows = {m.group(1): m.group(0) for m in re.finditer(r"^\| (\w+) \| \d+ \| .*$", text, re.MULTILINE) if "not run" not in m.group(0)}
    sections = {m.group(1): m.group(0).rstrip() for m in re.finditer(r"^## (\w+)\n.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)}
    return rows, sections


def named(globs):
    """The files under src/RandomInspection.Domain that globs name, those of !globs left out."""
    found = lambda wanted: {p.relative_to(SOURCES).as_posix() for glob in wanted for p in SOURCES.glob(glob)}
    return {p for p in found([g for g in globs if not g.startswith("!")]) - found([g[1:] for g in globs if g.startswith("!")]) if not p.startswith(("bin/", "obj/"))}


def digest(place):
    return hashlib.sha256((SOURCES / place).read_bytes()).hexdigest()


def merged(area, report, seconds, globs):
    """The last verdict of every file of the area, and how long all that took."""
    path = KEPT / f"{area}.json"
    kept = json.loads(path.read_text()) if path.exists() else {"seconds": 0, "files": {}}
    judged = named(globs)
    fresh = {place: {"day": datetime.date.today().isoformat(), "digest": digest(place), "mutants": []} for place in judged}
    for where, mutant in mutants(report):
        place = where.replace("\\", "/").split("RandomInspection.Domain/", 1)[-1]
        if place in judged:
            fresh[place]["mutants"].append(mutant)
    kept = {"seconds": seconds + (kept["seconds"] if kept["files"].keys() - judged else 0), "files": kept["files"] | fresh}
    path.write_text(json.dumps(kept))
    return kept


def measured(area, bar, kept, wanted):
    count, aside, alive = collections.Counter(), collections.Counter(), []
    seconds = kept["seconds"]
    files = {place: file for place, file in kept["files"].items() if place in wanted and file["digest"] == digest(place)}
    for place, m in ((place, m) for place, file in files.items() for m in file["mutants"]):
        status, reason = m["status"], m.get("statusReason") or ""
        if status == "Ignored" and reason.startswith(BY_ITSELF):
            continue
        count[status] += 1
        if status == "Ignored":
            aside[reason.split(":", 1)[-1].strip()] += 1
        elif status in ("Survived", "NoCoverage"):
            shown = re.sub(r"\s+", " ", m.get("replacement") or "")
            shown = (shown if len(shown) <= 80 else shown[:77] + "…").replace("|", "\\|").replace("`", "'")
            alive.append((place, m["location"]["start"]["line"], "no test" if status == "NoCoverage" else "lived", m["mutatorName"].removesuffix(" mutation"), shown))

    dead = count["Killed"] + count["Timeout"]
    judged = dead + count["Survived"] + count["NoCoverage"]
    tenths = dead * 1000 // judged if judged else 0
    missing = sorted(wanted - files.keys())
    held = judged > 0 and tenths >= bar * 10 and not missing
    part = f" in {len(files)} of {len(wanted)} files" if missing else ""
    days = sorted({file["day"] for file in files.values()})
    row = (f"| {area} | {bar} | {tenths / 10:.1f}{part}: {'held' if held else 'NOT held'} | {judged:,} | {count['Killed']:,} | {count['Timeout']:,} | {count['Survived']:,} | {count['NoCoverage']:,} "
           f"| {count['Ignored']:,} | {count['CompileError'] + count['RuntimeError']:,} | {seconds // 60} | {days[-1] if days else ''} |")
    section = [f"## {area}", ""]
    if missing:
        section += [f"Not judged, or changed since: {', '.join(missing)}.", ""]
    if len(days) > 1:
        section += ["Judged on other days: " + "; ".join(f"{day}: {', '.join(sorted(p for p, f in files.items() if f['day'] == day))}" for day in days[:-1]) + ".", ""]
    if aside:
        section += ["Set aside as no change at all: " + "; ".join(f"{reason} ({times})" for reason, times in sorted(aside.items())) + ".", ""]
    if alive:
        section += ["| Where | Line | | What | Became |", "| --- | ---: | --- | --- | --- |", *(f"| {a} | {b} | {c} | {d} | `{e}` |" for a, b, c, d, e in sorted(alive))]
    else:
        section.append("Nothing lived.")
    return row, "\n".join(section), held


def whole(known):
    """All of the domain's files, of whatever area: what has been judged of them."""
    count, files, every = collections.Counter(), set(), named(["**/*.cs"])
    for area in known:
        if (KEPT / f"{area}.json").exists():
            for place, file in json.loads((KEPT / f"{area}.json").read_text())["files"].items():
                if place in every and place not in files and file["digest"] == digest(place):
                    files.add(place)
                    count.update(m["status"] for m in file["mutants"])
    dead = count["Killed"] + count["Timeout"]
    judged = dead + count["Survived"] + count["NoCoverage"]
    tenths = dead * 1000 // judged if judged else 0
    part = f" in {len(files)} of {len(every)} files" if len(files) < len(every) else ""
    held = "held" if not part and tenths >= BAR * 10 else "NOT held"
    return f"| **whole domain** | {BAR} | {tenths / 10:.1f}{part}: {held} | {judged:,} | {count['Killed']:,} | {count['Timeout']:,} | {count['Survived']:,} | {count['NoCoverage']:,} | | | | |"


def main():
    if sys.argv[1:2] == ["canary"]:
        return canary(sys.argv[2])
    rows, sections = said()
    known, held = {area: (bar, globs) for area, bar, globs in bars()}, True
    if len(sys.argv) > 1:
        area, report, seconds, globs = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4].split()
        bar, all_globs = known[area]
        rows[area], sections[area], held = measured(area, bar, merged(area, report, seconds, globs), named(all_globs))
        print(rows[area])
    for area, (bar, globs) in known.items():
        if (KEPT / f"{area}.json").exists():  # a file may have changed since
            rows[area], sections[area], _ = measured(area, bar, json.loads((KEPT / f"{area}.json").read_text()), named(globs))
    page = [
        "# Whether the tests notice",
        "",
        "Made by `eng/mutation.sh`, not written by hand: the domain is changed in one place at a time (Stryker.NET, every mutator, level *Complete*), and the tests of the area are run. A change that no test notices is a line to delete or a test to write.",
        "Score: of the changes that were judged, those that a test noticed or that ran out of time, in 100, rounded down. An area meets its own tests only, not the whole suite, so its score is what they alone notice.",
        "*Set aside* is what a mark in the source takes out of the count, one line at a time, with the reason why a change of that kind changes nothing there; such a mark takes out every change of its kind on its line, those that a test would notice, too; *does not compile* are changes that the compiler, or the start of the tests, refuses. *Minutes* add up if files were judged again; the day is the last.",
        "Every change meets the tests in a process whose static fields were filled without it; one that acts while such a field is filled, and that no test noticed there, meets all tests of the area once more in a process of its own that begins with it (`eng/mutation/AloneTests.cs`). A test that takes longer than three seconds and four times what it takes otherwise has noticed the change (`eng/mutation/Clock.cs`).",
        "Before any area a canary of fifteen known changes is judged: eleven die, five of them in what is filled once in a process and two because they never end; three live, one meets no test. If one is judged otherwise, nothing is written.",
        "",
        "| Area | Bar | Score | Judged | Noticed | Out of time | Lived | No test | Set aside | Does not compile | Minutes | Day |",
        "| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
        *(rows.get(area, f"| {area} | {bar} | not run | | | | | | | | | |") for area, (bar, _) in known.items()),
        whole(known),
        "",
        *(sections[area] + "\n" for area in known if area in sections),
    ]
    PAGE.write_text("\n".join(page).rstrip() + "\n")
    sys.exit(0 if held else 1)


main()
