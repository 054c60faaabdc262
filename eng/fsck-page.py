"""Writes the page of the check's speed from the lines of benchmarks/RandomInspection.Fsck. Standard library only."""

import collections
import datetime
import os
import platform
import sys

times_file, before = sys.argv[1:]
lines = [line.rstrip("\n").split("\t") for line in open(times_file, encoding="utf-8")]
figures = {line[0]: int(line[1]) for line in lines if line[0] != "time"}
rounds = collections.defaultdict(list)
for line in lines:
    if line[0] == "time":
        rounds[line[1]].append((float(line[2]), float(line[3])))
# of the clock, of the processors
middle = {word: tuple(sorted(one)[len(one) // 2] for one in zip(*times)) for word, times in rounds.items()}
entries = figures["entries"]
read, nodes = middle.pop("read"), middle.pop("readNodes")
rebuild = middle.pop("rebuild")
tree = middle["tree of the public log"]
whole = tuple(map(sum, zip(*middle.values())))
model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="ascii") if line.startswith("model name")), platform.machine())
with open("/proc/loadavg", encoding="ascii") as load:
    after = " ".join(load.read().split()[:3])


def row(what, times):
    wall, processor = times
    return f"| {what} | {wall:.2f} | {processor:.2f} | {entries / max(wall, 0.001):,.0f} | {entries / max(processor, 0.001):,.0f} | {processor / read[1]:.2f} |"


print(f"""# The check of a store, timed

A SQLite file of {entries:,} entries of {entries // 8:,} visits, {figures["rows"]:,} rows of views, {figures["bytes"] / 1e6:,.0f} MB; made by `eng/fsck-speed.sh`, not written by hand.
Seconds are of the clock and of the processors, each the middle of three rounds; what a phase is measured against was run in the same round. The check uses two processors side by side where it can, the bare reads use one.

| Phase | s | s of processors | entries/s | entries/s of one processor | times the bare read, by processors |
| --- | ---: | ---: | ---: | ---: | ---: |
{row("bare read of every column of every entry", read)}
{row("bare read of every subtree", nodes)}
{chr(10).join(row(f"check: {word}", times) for word, times in middle.items() if times[0] >= 0.01)}
{row("check: everything", whole)}
{row("`ri views rebuild`", rebuild)}

Aim: the tree of the log at 200,000 entries a second or more by the clock of this machine: {"held" if entries / tree[0] >= 200_000 else "NOT HELD"} ({entries / tree[0]:,.0f}). By processors it is {entries / tree[1]:,.0f}, {tree[1] / (read[1] + nodes[1]):.2f} times what reading entries and subtrees takes alone.
Most memory of the whole run: {figures["peak"] / 2**20:,.0f} MiB.

Measured on {datetime.date.today().isoformat()}: {model}, {os.cpu_count()} cores, {platform.system()}; load before {before}, after {after}.""")
