"""Writes the page of the simulated year, and its two pictures. Standard library only."""

import collections
import sys
from pathlib import Path

source, folder = sys.argv[1], Path(sys.argv[2])
said = collections.defaultdict(dict)
for line in open(source, encoding="utf-8").read().splitlines():
    what, scheme, *values = line.split("\t")
    said[what][scheme] = [int(value) for value in values]
kind, (subjects, authorities, tasks, size) = next(iter(said["subjects"].items()))
(first, others), = said["population"].items()
population = [int(first), *others]
(first, others), = said["weights"].items()
weights = [int(first), *others]
CLASSES = "ABCD"
NAMES = {
    "usual": "systems' usual: independent, all alike",
    "none": "by risk, nobody rests",
    "flat": "by risk, whoever was drawn is left out",
    "resting": "by risk, resting, D exempt (ours)",
    "restingDays": "by risk, resting, D exempt, 60 days (ours)",
    "restingAll": "by risk, resting, nobody exempt",
}
COLOURS = {"usual": "#8a8a8a", "none": "#3b6ea5", "flat": "#b3261e", "resting": "#1b7f4d", "restingDays": "#6bbf59", "restingAll": "#b07d00"}
total = sum(n * w for n, w in zip(population, weights))
WIDTHS = {"none": 8, "resting": 5}  # lines that lie under another
target = [size * tasks * n * w / total for n, w in zip(population, weights)]


def chart_of_shares():
    """The riskiest class's share of each list, the mean of three lists, against its target."""
    width, height, left, top = 720, 320, 56, 20
    most = 0.26
    x = lambda i: left + (width - left - 20) * i / (tasks - 1)
    y = lambda share: top + (height - top - 40) * (1 - share / most)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height + 70}" font-family="sans-serif" font-size="12" role="img">',
             '<title>Share of class D in the lists of a year</title>', f'<rect width="{width}" height="{height + 70}" fill="#fff"/>']
    for percent in range(0, 26, 5):
        parts.append(f'<line x1="{left}" x2="{width - 20}" y1="{y(percent / 100):.1f}" y2="{y(percent / 100):.1f}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y(percent / 100) + 4:.1f}" text-anchor="end">{percent} %</text>')
    for i in range(0, tasks, 5):
        parts.append(f'<text x="{x(i):.1f}" y="{height - 16}" text-anchor="middle">list {i + 1}</text>')
    goal = target[3] / (size * tasks)
    parts.append(f'<line x1="{left}" x2="{width - 20}" y1="{y(goal):.1f}" y2="{y(goal):.1f}" stroke="#222" stroke-dasharray="6 4"/>')
    parts.append(f'<text x="{width - 24}" y="{y(goal) - 6:.1f}" text-anchor="end">target {goal * 100:.1f} %</text>')
    for scheme, drawn in said["riskiest"].items():
        near = lambda i: drawn[max(0, i - 1):i + 2]
        points = " ".join(f"{x(i):.1f},{y(sum(near(i)) / len(near(i)) / size):.1f}" for i in range(tasks))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[scheme]}" stroke-width="{WIDTHS.get(scheme, 2.5)}"/>')
    for n, (scheme, name) in enumerate(NAMES.items()):
        column, row = n % 2, n // 2
        parts.append(f'<line x1="{left + column * 320}" x2="{left + column * 320 + 24}" y1="{height + 12 + row * 20}" y2="{height + 12 + row * 20}" stroke="{COLOURS[scheme]}" stroke-width="3"/>')
        parts.append(f'<text x="{left + column * 320 + 32}" y="{height + 16 + row * 20}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def chart_of_visits():
    """How many subjects have 1, 2, 3, 4 and more visits."""
    width, height, left, top = 720, 300, 56, 20
    most = max(max(values[1:5]) for values in said["visits"].values())
    y = lambda count: top + (height - top - 40) * (1 - count / most)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height + 70}" font-family="sans-serif" font-size="12" role="img">',
             '<title>Subjects by their visits in a year</title>', f'<rect width="{width}" height="{height + 70}" fill="#fff"/>']
    group = (width - left - 20) / 4
    bar = group / (len(NAMES) + 1)
    for b, label in enumerate(("1 visit", "2 visits", "3 visits", "4 or more")):
        parts.append(f'<text x="{left + (b + 0.5) * group:.1f}" y="{height - 16}" text-anchor="middle">{label}</text>')
        for n, scheme in enumerate(NAMES):
            count = said["visits"][scheme][b + 1]
            at = left + b * group + (n + 0.5) * bar
            parts.append(f'<rect x="{at:.1f}" y="{y(count):.1f}" width="{bar - 2:.1f}" height="{height - 40 - y(count):.1f}" fill="{COLOURS[scheme]}"/>')
            parts.append(f'<text x="{at + bar / 2 - 1:.1f}" y="{y(count) - 4:.1f}" text-anchor="middle" font-size="9">{count}</text>')
    for n, (scheme, name) in enumerate(NAMES.items()):
        column, row = n % 2, n // 2
        parts.append(f'<rect x="{left + column * 320}" y="{height + 4 + row * 20}" width="24" height="12" fill="{COLOURS[scheme]}"/>')
        parts.append(f'<text x="{left + column * 320 + 32}" y="{height + 15 + row * 20}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


(folder / "burden-shares.svg").write_text(chart_of_shares(), encoding="utf-8")
(folder / "burden-visits.svg").write_text(chart_of_visits(), encoding="utf-8")
last = lambda scheme: sum(said["riskiest"][scheme][-9:]) / (9 * size) / (target[3] / (size * tasks)) * 100
print(f"""# A year of draws: who is visited, and who is spared

{authorities} authorities draw {tasks} lists of {size} through a year, one every nine days, over {subjects:,} {'real firms, which are not part of this repository' if kind == 'file' else 'made-up firms'}; credit classes {', '.join(f'{c} {n * 100 / subjects:.1f} %' for c, n in zip(CLASSES, population))}. Each list is visited within five weeks.
The lists are drawn with the engine itself; where subjects rest, they are visited at most once a year by one authority (辽宁 2019) and three times by all; the last but one row adds sixty days of rest. Made by `bash eng/year.sh SUBJECTS.csv`, not written by hand; seeds follow from fixed texts, so the run repeats to the last subject.

![Share of class D in each list](burden-shares.svg)

## Share of each class, in percent of its target

By risk means weights {', '.join(f'{c} {w}' for c, w in zip(CLASSES, weights))}: the target of a class is its population × weight.

| | {' | '.join(CLASSES)} | D in the last quarter |
| --- |{' ---: |' * 5}
| target, entries of the year's lists | {' | '.join(f'{t:,.0f}' for t in target)} | |""")
for scheme, name in NAMES.items():
    print(f"| {name} | {' | '.join(f'{d / t * 100:.0f} %' for d, t in zip(said['drawn'][scheme], target))} | {last(scheme):.0f} % |")
print("""
## Visits per subject

![Subjects by their visits](burden-visits.svg)

| | none | 1 | 2 | 3 | 4 or more | most burdened: all | A | B | C | D |
| --- |""" + " ---: |" * 10)
for scheme, name in NAMES.items():
    print(f"| {name} | {' | '.join(f'{v:,}' for v in said['visits'][scheme])} | {' | '.join(str(v) for v in said['most'][scheme])} |")
print("""
## Overlap of lists, and alerts

Overlap: of a list's entries, how many stand in the next list, and in the same authority's next; in brackets, class D left aside. Alerts: times that a subject had more than one visit on a day, two in a week, three in a month.

| | next list | same authority's next | a day | a week | a month | most who rest at a draw |
| --- |""" + " ---: |" * 6)
for scheme, name in NAMES.items():
    near, own, near_rest, own_rest = (value / 10_000 for value in said["overlap"][scheme])
    print(f"| {name} | {near:.2f} % ({near_rest:.2f} %) | {own:.2f} % ({own_rest:.2f} %) | {' | '.join(f'{a:,}' for a in said['alerts'][scheme])} | {said['resting'][scheme][0]:,} |")
overlap = {scheme: [f"{value / 10_000:.2f} %" for value in values] for scheme, values in said["overlap"].items()}
flat, ours, strict = (said["drawn"][s][3] / target[3] * 100 for s in ("flat", "resting", "restingAll"))
print(f"""
## What it says

- Leaving out whoever was drawn gives the riskiest class {flat:.0f} % of its target over the year and {last('flat'):.0f} % in the last quarter: it is used up, and the lists fill with classes A and B.
- Resting with class D exempt keeps every class at its target ({ours:.0f} % for D); nobody outside class D has more than {max(said['most']['resting'][:3])} visits. The price is paid by class D, up to {said['most']['resting'][3]} visits a firm: what a law that wants the dishonest watched asks for, and what joint visits and shared draws are there to lessen.
- Counting visits a year keeps the same authority from coming twice ({overlap['resting'][3]} of its next list, class D left aside, instead of {overlap['none'][3]}), but says nothing of another authority's next list ({overlap['resting'][2]} instead of {overlap['none'][2]}). Days of rest do: {overlap['restingDays'][2]}. Class D, exempt, meets itself as before.
- A cap that covers class D too ({said['most']['restingAll'][3]} visits at most) cannot be had together with its target: {strict:.0f} % of it are left. The preview shows such a cell at chance 1 before the draw.
- The usual draw, all alike, burdens nobody much and watches nobody: class D gets {said['drawn']['usual'][3] / target[3] * 100:.0f} % of its target.
""", end="")
