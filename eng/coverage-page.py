"""Writes docs/quality/coverage.md from what eng/coverage.sh has collected (coverlet's JSON, a file for each test project). Standard library only.

Exits with 1 if a line or branch of the engines was not run, or fewer than 95 in 100 of the domain.
"""

import collections
import datetime
import json
import pathlib
import platform
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENGINES = {"Drawing", "Matching", "Calendars", "Ledger"}
DOMAIN_BAR = 95


def area(path):
    """The feature folder that a file stands in, and the project."""
    parts = path.split("/")
    return (parts[2] if len(parts) > 3 else "(root)"), parts[1].rsplit(".", 1)[1]


def collected(folder):
    lines, branches, runs = collections.defaultdict(dict), collections.defaultdict(dict), set()
    for report in sorted(folder.glob("*.coverage.*.json")):
        runs.add(report.name.split(".")[0])
        for module in json.loads(report.read_text()).values():
            for name, classes in module.items():
                path = str(pathlib.Path(name).resolve().relative_to(ROOT))
                if not path.startswith("src/") or "/obj/" in path:
                    continue
                for methods in classes.values():
                    for method in methods.values():
                        for number, hits in method["Lines"].items():
                            lines[path][int(number)] = lines[path].get(int(number), 0) + hits
                        for branch in method["Branches"]:
                            # two closures of one line have branches of one offset: the method is not enough, so the whole place is the name
                            key = (branch["Line"], branch["Offset"], branch["EndOffset"], branch["Path"], branch["Ordinal"])
                            branches[path][key] = branches[path].get(key, 0) + branch["Hits"]
    return lines, branches, runs


def spans(numbers):
    """1, 2, 3, 7 as `1-3, 7`."""
    out = []
    for number in sorted(numbers):
        if out and number == out[-1][1] + 1:
            out[-1][1] = number
        else:
            out.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in out)


def left_out():
    """What the sources leave out of the count, each with its reason."""
    found = []
    for project in ("RandomInspection.Abstractions", "RandomInspection.Domain"):
        for source in sorted((ROOT / "src" / project).rglob("*.cs")):
            if "obj" in source.relative_to(ROOT / "src" / project).parts:
                continue
            for match in re.finditer(r'\[ExcludeFromCodeCoverage\(Justification = "([^"]*)"\)\]\s+(?:\[[^\n]*\]\s+)*([^\n{=;]*)', source.read_text()):
                member = re.search(r"(\w+)\s*(?:\(|=>|$)", match.group(2).strip()).group(1)
                found.append((str(source.relative_to(ROOT / "src")).removeprefix("RandomInspection."), member, match.group(1)))
    return found


def share(hit, all_):
    """Rounded down, so that only all is 100."""
    return "–" if not all_ else f"{hit * 1000 // all_ / 10:.1f}"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().split("\n"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    lines, branches, runs = collected(pathlib.Path(sys.argv[1]))
    count = collections.defaultdict(lambda: [0, 0, 0, 0])
    gaps = []
    for path in sorted(lines):
        folder, project = area(path)
        row = [sum(h > 0 for h in lines[path].values()), len(lines[path]), sum(h > 0 for h in branches[path].values()), len(branches[path])]
        kind = "engines" if folder in ENGINES else "the rest"
        for key in ((kind, folder), (kind, "all"), ("domain", "all")):
            count[key] = [a + b for a, b in zip(count[key], row)]
        if folder in ENGINES:
            bare = {n for n, h in lines[path].items() if h == 0}
            forks = {key[0] for key, h in branches[path].items() if h == 0} - bare
            if bare or forks:
                gaps.append((path.removeprefix("src/RandomInspection."), spans(bare) or "–", spans(forks) or "–"))

    engines, domain = count["engines", "all"], count["domain", "all"]
    held = engines[0] == engines[1] and engines[2] == engines[3]
    domain_held = min(domain[0] * 100 / domain[1], domain[2] * 100 / domain[3]) >= DOMAIN_BAR
    page = [
        "# What the tests run",
        "",
        "Made by `eng/coverage.sh`, not written by hand: lines and branches of Domain and Abstractions that the tests of "
        + ", ".join(sorted(run for run in runs if "-" not in run)) + " ran.",
        f"Measured {datetime.date.today().isoformat()} on {processor()}. The widths of the hash were run once more each as a processor without AVX-512, without AVX2 and without vectors would run them.",
        "A line that is run is not yet a line that is checked: that says [mutation](mutation.md).",
        "",
        "| Aim | Bar | Lines | Branches |",
        "| --- | --- | --- | --- |",
        f"| engines: drawing, matching, calendars, ledger | 100 in 100 | {share(*engines[:2])} | {share(*engines[2:])}: {'held' if held else 'NOT held'} |",
        f"| the whole domain | ≥ {DOMAIN_BAR} in 100 | {share(*domain[:2])} | {share(*domain[2:])}: {'held' if domain_held else 'NOT held'} |",
        "",
        "## By folder",
        "",
        "| Folder | Lines | of | in 100 | Branches | of | in 100 |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (kind, folder), row in sorted(count.items(), key=lambda item: (item[0][0] == "domain", item[0][0], item[0][1] == "all", item[0][1])):
        name = {"engines": "**engines**", "the rest": "**the rest**", "domain": "**all**"}[kind] if folder == "all" else folder
        page.append(f"| {name} | {row[0]:,} | {row[1]:,} | {share(*row[:2])} | {row[2]:,} | {row[3]:,} | {share(*row[2:])} |")
    page += ["", "## What of the engines no test ran", ""]
    if gaps:
        page += ["| File | Lines | Lines with a branch not taken |", "| --- | --- | --- |", *(f"| {a} | {b} | {c} |" for a, b, c in gaps)]
    else:
        page.append("Nothing.")
    excluded = left_out()
    page += ["", "## What is left out of the count", "", f"{len(excluded)} members, by `[ExcludeFromCodeCoverage]` with its reason; no file, and nothing by a setting.", ""]
    if excluded:
        page += ["| File | Member | Reason |", "| --- | --- | --- |", *(f"| {a} | {b} | {c} |" for a, b, c in excluded)]
    (ROOT / "docs" / "quality" / "coverage.md").write_text("\n".join(page) + "\n")
    print("\n".join(page))
    sys.exit(0 if held and domain_held else 1)


main()
