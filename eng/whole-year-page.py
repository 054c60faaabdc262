"""Writes the page of the year that was lived through, and its pictures. Standard library only."""

import collections
import datetime
import sys
from pathlib import Path

source, folder = sys.argv[1], Path(sys.argv[2])
said = collections.defaultdict(list)
for line in open(source, encoding="utf-8").read().splitlines():
    what, of, *values = line.split("\t")
    said[what].append((of, [int(value) for value in values]))
count = collections.defaultdict(int, {of: values[0] for of, values in said["count"]})
DEFERRED, OPENED = "published after a secret, by the head's decision", "checked: A9 a day's commitment opens to the sealed log as it stood"
INK, SOFT, GREEN, AMBER, RED, BLUE = "#22313f", "#8793a0", "#1b7f4d", "#b07d00", "#b3261e", "#3b6ea5"


def svg(name, title, width, height, parts):
    body = "\n".join(parts)
    (folder / name).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="13">\n'
        f"<title>{title}</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{body}\n</svg>\n", encoding="utf-8")


def text(x, y, words, anchor="start", colour=INK):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def bar(x, y, width, height, colour):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{max(height, 0):.1f}" fill="{colour}"/>'


def stacked(name, title, rows, legend, labels):
    """Upright bars of several parts; the legend above."""
    high = max(sum(values) for _, values in rows)
    step = 760 / len(rows)
    parts, x = [], 40
    for words, colour in legend:
        parts += [bar(x, 12, 12, 12, colour), text(x + 18, 23, words)]
        x += 30 + 14 * len(words)
    for i, (of, values) in enumerate(rows):
        top = 270
        for value, (_, colour) in zip(values, legend):
            top -= 220 * value / high
            parts.append(bar(40 + i * step + step * 0.12, top, step * 0.76, 220 * value / high, colour))
        parts.append(text(40 + i * step + step / 2, 288, labels(of), "middle"))
        parts.append(text(40 + i * step + step / 2, top - 4, f"{sum(values):,}", "middle", SOFT))
    svg(name, title, 820, 300, parts)


stacked("whole-year-months.svg", "每月检查结论 Visits concluded each month", said["month"],
        [("未发现问题", GREEN), ("发现问题", RED), ("无法联系", AMBER), ("未开展经营", BLUE)], lambda of: f"{int(of)}月")
stacked("whole-year-days.svg", "公示用了几个工作日 Working days until publication", said["days"],
        [("按期", GREEN), ("保密期满后公示", SOFT), ("逾期", RED)], lambda of: of)
parts = []
high = max(max(values) for _, values in said["load"] if values)
for i, (department, values) in enumerate(said["load"]):
    y = 26 + i * 30
    parts.append(text(200, y + 12, department, "end"))
    for j, value in enumerate(sorted(values)):
        parts.append(bar(210 + j * 17, y + 20 - 22 * value / high, 14, 22 * value / high, BLUE))
    parts.append(text(215 + 17 * len(values), y + 14, f"{min(values)}–{max(values)}", "start", SOFT))
svg("whole-year-load.svg", "每名检查人员全年承担的检查 Visits of each officer over the year", 820, 40 + 30 * len(said["load"]), parts)

print("# A year lived through\n")
print("Made by `eng/whole-year.sh`, not written by hand.\n")
print(f"One year (2025) of a city, day by day, through the library's own workflows in memory: {count['subjects']:,} subjects, 13 departments, 400 officers, {len(said['department']) and sum(v[0] for _, v in said['department'])} tasks, of which {count['joint tasks']} joint ones. "
      "Nothing is written past a command. Of a thousand visits 70 find nobody and 50 find a problem; officers are on leave, fall ill, ask for recusal, lose their certificates; firms leave the register and are replaced by reserves; "
      f"{count['surprise tasks approved']} surprise inspections stand in the sealed log until their end; of the penalised {count['entries on the list']} come onto the dishonesty list, and {count['entries that left the list']} leave it again; every visit is approved beforehand and begins with a check-in; "
      "publishers publish when they get to it, and forget 4 of a thousand duties until the board is red. Only the simulation is invented: nobody's real results.\n")
print(f"**{count['visits concluded']:,} visits, {count['duties to publish']:,} duties to publish, {count['ledger entries']:,} entries in the ledger, {len(said['broken'])} rules broken, in {count['seconds']:,} seconds.**\n")
for of, _ in said["broken"]:
    print(f"- broken: {of}")
print("![Visits concluded each month](whole-year-months.svg)\n")
print("| Month | No problem | Problems | Cannot be contacted | No activity |\n| ---: | ---: | ---: | ---: | ---: |")
for of, values in said["month"]:
    print(f"| {int(of)} | " + " | ".join(f"{v:,}" for v in values) + " |")
print("\n## Rules, and how often they were checked\n")
print("| Rule | Times |\n| --- | ---: |")
for of, values in said["count"]:
    if of.startswith("checked: "):
        print(f"| {of[9:]} | {values[0]:,} |")
print("\nThe figures of supervision are counted a second time from the events alone and from what the simulation did; its alerts on the first of each month by hand. Deadlines are counted a second time by hand, one day after the other; every draw is verified from its record and frames, every match recomputed from its problem and seed; every visit's row is folded anew from the log.\n")
print("## Publication\n")
print(f"{count['published in time']:,} in time, {count['published late']:,} late, {count[DEFERRED]:,} of surprise inspections after their end, whose last day fell earlier: each was flagged, and the head of the authority let it wait. "
      f"Every one of them was red on the board from the day after its last day, and nothing else was ({count['days on which something was red']:,} red rows over the year). "
      f"{count['working days until publication'] / max(1, count['duties to publish']):.1f} working days on average.\n")
print("![Working days until publication](whole-year-days.svg)\n")
print("## Surprise inspections\n")
print(f"{count['surprise tasks approved']} of them, {count['entries in the sealed log']:,} entries in the sealed log; {count['secret ended: VisitsEnded']} ended with their last visit, {count['secret ended: PeriodEnded']} with their period. "
      f"Each day every new entry of the public log was searched for number and title ({count['checked: A9 nothing of a surprise is in the public log before its end']:,} searches); one commitment of the sealed log a day, "
      f"{count[OPENED]:,} of them, each opened at the end and found to be that of the log's root as it stood.\n")
print("## Supervision\n")
print(f"Rows of the year read for figures and alerts in {count['milliseconds: rows of supervision']:,} ms, a second time while the log stands in {count['milliseconds: rows of supervision, log unchanged']:,} ms; figures of all departments and the alerts "
      f"in {count['milliseconds: figures and alerts']:,} ms; the compliance report, which reads the log from the first entry to the last, in {count['milliseconds: compliance report']:,} ms. All over the store in memory.\n")
print("## Departments\n")
print("| Department | Tasks | Visits | Problems found | Duties | In time | After a secret | Late | Working days on average |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
for of, (tasks, visits, problems, duties, in_time, deferred, days) in said["department"]:
    print(f"| {of} | {tasks} | {visits:,} | {100 * problems / max(1, visits):.1f} % | {duties:,} | {in_time:,} | {deferred:,} | {duties - in_time - deferred:,} | {days / max(1, duties):.1f} |")
print("\n![Visits of each officer](whole-year-load.svg)\n")
print("Each bar is an officer; the match takes the year's load into account. Who has little is away for long, covers few regions, or lost the certificate on 30 June.\n")
print("## Who was drawn\n")
print("| Class | Subjects in the frames | Drawn | Promised by the designs |\n| --- | ---: | ---: | ---: |")
for of, (counted, drawn, promised) in said["class"]:
    print(f"| {of} | {counted:,} | {drawn:,} | {promised:,} |")
print("\nPromised as weights alone would give it; whoever rests and whoever is certain to be drawn moves a little to the others.\n")
print("## What happened besides\n")
print("| | |\n| --- | ---: |")
for of, values in said["count"]:
    if not of.startswith(("checked: ", "seconds", "working days", "result ", "published ", "days on ", "milliseconds", "secret ended", "calendar days")):
        print(f"| {of} | {values[0]:,} |")
print(f"\nLived through on {datetime.date.today().isoformat()}.")
