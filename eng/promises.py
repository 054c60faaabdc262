"""One table of everything that is promised and measured, from the pages in docs/quality: writes docs/quality/README.md, or with --check fails if it is not what it would write.

A page that no longer says what is looked for fails the run: a promise must not disappear unseen. Standard library only.
"""

import pathlib
import re
import sys

QUALITY = pathlib.Path(__file__).resolve().parent.parent / "docs" / "quality"


def rows(text, header):
    """The cells of the table whose header line begins so."""
    lines = text[text.index(header):].split("\n")
    for line in lines[2:]:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def judged(cell):
    """Text and verdict of a cell such as `8.8: held`."""
    text = cell.replace("**", "")
    verdict = "no" if re.search(r"not held", text, re.IGNORECASE) else "yes" if "held" in text else "not measured"
    return re.sub(r":? *(not )?held", "", text, flags=re.IGNORECASE).strip(), verdict


def aims(text, header, what=0, bar=1, measured=2, unit=""):
    for cells in rows(text, header):
        figure, verdict = judged(cells[measured])
        yield cells[what], cells[bar] + (unit if cells[bar].replace(",", "").isdigit() else ""), figure, verdict


def sentence(text):
    """A line such as `Aim: …: held (…)`."""
    for line in re.findall(r"^Aim: (.*)$", text, re.MULTILINE):
        promise, verdict, rest = re.match(r"(.*?): (held|NOT held|not held)\.?(.*)", line).groups()
        figure = re.match(r"\s*\(([^)]*)\)", rest)
        yield promise, "", figure.group(1) if figure else "", "yes" if verdict == "held" else "no"


def scale(text):
    for what, bar, figure, verdict in aims(text, "| Aim | Bar |"):
        yield re.sub(r"(.*) units: (.*) to ours", r"\1 units: times that \2 takes as long as ours", what), bar, figure, verdict


def matching(text):
    rejected = next(cells for cells in rows(text, "| Instance |") if cells[0].startswith("rejected"))
    yield "the match is uniform over balanced assignments: instances rejected at 10⁻⁴", "0 " + rejected[1], rejected[-1], "yes" if rejected[-1] == "0" else "no"
    yield from aims(text, "| Aim | Bar, ms |", unit=" ms")
    for what, times, verdict in rows(text, "| MinCostFlow takes"):
        yield "times Google.OrTools' MinCostFlow: " + what, "≥ 10", times, judged(verdict)[1]


def calendar(text):
    for cells in rows(text, "| What | ns per deadline"):
        bar, verdict = judged(cells[-1])
        if bar:
            yield cells[0], bar, (cells[1] + " ns") if cells[1] else cells[-2], verdict


def ledger(text):
    for cells in rows(text, "| What | Appends/s"):
        if ": aim " in cells[0]:
            database, aim = cells[0].split(": aim ")
            best = max(int(other[1].replace(",", "")) for other in rows(text, "| What | Appends/s") if other[0].startswith(database) and "an entry a commit" in other[0] and ": aim" not in other[0])
            yield f"{database}: acknowledged appends", "≥ " + aim, f"{best:,}/s", judged(cells[1])[1]


def durability(text):
    table = list(rows(text, "| What | Rounds |"))
    wrong = sum(int(cells[-1]) for cells in table)
    yield f"nothing acknowledged is lost, over {len(table)} kinds of failure, {sum(int(cells[1]) for cells in table)} rounds", "0 wrong", f"{wrong} wrong", "yes" if wrong == 0 else "no"


def tampering(text):
    for database, changes, found in re.findall(r"^## (\w+): (\d+) changes, (\d+) found", text, re.MULTILINE):
        yield f"{database}: single changes of a store found by the check", "all", f"{found} of {changes}", "yes" if changes == found else "no"


def verifiers(text):
    yield from sentence(text)
    changes = re.search(r"(\d+) changes of records and frames.*gave the same verdict on every one", text)
    yield "three verifiers agree on changed documents", "always", f"{changes.group(1)} of {changes.group(1)}", "yes"


def year(text):
    broken = re.search(r"([\d,]+) rules broken", text).group(1)
    yield "a city's year breaks no rule", "0 broken", re.search(r"\*\*([^*]+)\*\*", text).group(1).rstrip("."), "yes" if broken == "0" else "no"


def fsck(text):
    yield from sentence(text)
    whole = next(cells for cells in rows(text, "| Phase |") if cells[0] == "check: everything")
    yield "the check of everything, every event and row included", "≥ 200,000 entries/s", whole[3] + " entries/s", "yes" if int(whole[3].replace(",", "")) >= 200_000 else "no"


def host(text):
    for what, beside, share, aim, slower, latest in rows(text, "| What | beside |"):
        if aim != "—":
            bar, verdict = judged(aim)
            yield f"host: {what}, rate beside a {beside}", bar, share, verdict
            bar, verdict = judged(latest)
            yield f"host: {what}, the 99th in a hundred beside a {beside}", bar + " times", slower + " times", verdict


def cluster(text):
    done, wrong, lost, faults = next(iter(rows(text, "| Draws that gave a result |")))
    count, aim = re.match(r"(\d+) of \d+ \(aim (\d+)\)", done).groups()
    good = wrong == "0" and lost == "0" and int(count) >= int(aim)
    yield f"a cluster's silos killed and frozen while it draws: {aim} draws with the bytes of one machine", "0 wrong, 0 lost", f"{count} draws, {faults} faults, {wrong} wrong, {lost} lost", "yes" if good else "no"
    for what, times, _, _, slowest, bar, verdict in rows(text, "| After | Times |"):
        yield f"a cluster goes on after {what} of a silo", bar + " s", f"{slowest} s at most, {times} times", judged(verdict)[1]


def mutation(text):
    for area, bar, score, *_ in rows(text, "| Area | Bar | Score"):
        figure, verdict = judged(score)
        area = area.strip("*")
        if bar == "95" or area == "whole domain":
            yield f"changes of the {area} that a test notices" if area == "whole domain" else f"changes of {area} that a test notices", f"≥ {bar} in 100", figure, verdict


def coverage(text):
    for what, bar, lines_, branches in rows(text, "| Aim | Bar | Lines | Branches |"):
        figure, verdict = judged(branches)
        yield f"run by tests, {what}", bar, f"{lines_} of lines, {figure} of branches", verdict


def packages(text):
    same, all_ = re.search(r"(\d+) of (\d+) archives have the same entries", text).groups()
    yield "archives packed twice from one commit: the same entries, byte by byte", "all", f"{same} of {all_}", "yes" if same == all_ else "no"


PAGES = {
    "calendar.md": calendar, "matching.md": matching, "scale.md": scale, "verifiers.md": verifiers, "ledger.md": ledger, "durability.md": durability,
    "fsck.md": fsck, "tampering.md": tampering, "host.md": host, "whole-way.md": sentence, "whole-year.md": year, "cluster.md": cluster,
    "fuzzing.md": sentence,
    "mutation.md": mutation, "coverage.md": coverage, "packages.md": packages,
}
OTHERS = ["burden.md", "fairness-study.md", "directories.md", "exchange.md"]

lines = []
for page, find in PAGES.items():
    path = QUALITY / page
    if not path.exists():
        continue
    text = path.read_text(encoding="utf-8")
    found = list(find(text))
    assert found, f"{page} says nothing of its promises any more"
    day = re.findall(r"20\d\d-\d\d-\d\d", text)
    lines += [f"| {what} | {bar} | {figure} | {verdict if verdict != 'no' else '**no**'} | [{page[:-3]}]({page}) | {day[-1] if day else ''} |" for what, bar, figure, verdict in found]

held = sum("| yes |" in line for line in lines)
table = f"""# What is promised, and what was measured

Made by `eng/promises.py` from the pages beside it, not written by hand; `bash eng/measure.sh` makes the pages anew, on a machine that does nothing else. Each page names its machine; all were made on one with two processors, with AVX-512 or without, as the page says.
{held} of {len(lines)} are held; what is not says so here and where it is promised.

| Promise | Bar | Last measured | Held | Page | Day |
| --- | --- | --- | --- | --- | --- |
{chr(10).join(lines)}

Figures without a bar: {', '.join(f'[{page[:-3]}]({page})' for page in OTHERS if (QUALITY / page).exists())}.
"""
readme = QUALITY / "README.md"
if sys.argv[1:] == ["--check"]:
    sys.exit(0 if readme.exists() and readme.read_text(encoding="utf-8") == table else "docs/quality/README.md is not what eng/promises.py writes: run it.")
readme.write_text(table, encoding="utf-8")
