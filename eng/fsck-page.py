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
        rounds[line[1]].append(float(line[2]))
middle = {word: sorted(times)[len(times) // 2] for word, times in rounds.items()}
entries = figures["entries"]
read, nodes = middle.pop("read"), middle.pop("readNodes")
rebuild = middle.pop("rebuild")
tree = middle["tree of the public log"]
whole = sum(middle.values())
model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="ascii") if line.startswith("model name")), platform.machine())
with open("/proc/loadavg", encoding="ascii") as load:
    after = " ".join(load.read().split()[:3])


def row(what, seconds):
    return f"| {what} | {seconds:.2f} | {entries / max(seconds, 0.001):,.0f} | {seconds / read:.2f} |"


print(f"""# The check of a store, timed

A SQLite file of {entries:,} entries of {entries // 8:,} visits, {figures["rows"]:,} rows of views, {figures["bytes"] / 1e6:,.0f} MB; made by `eng/fsck-speed.sh`, not written by hand.
Seconds are of the processor and of one core, the middle of three rounds; what a phase is measured against was run in the same round.

| Phase | s | entries/s | times the bare read |
| --- | ---: | ---: | ---: |
{row("bare read of every column of every entry", read)}
{row("bare read of every subtree", nodes)}
{chr(10).join(row(f"check: {word}", seconds) for word, seconds in middle.items() if seconds >= 0.01)}
{row("check: everything", whole)}
{row("`ri views rebuild`", rebuild)}

Aim: the tree of the log at 200,000 entries a second or more on one core: {"held" if entries / tree >= 200_000 else "NOT HELD"} ({entries / tree:,.0f}), {tree / (read + nodes):.2f} times what reading entries and subtrees takes alone.
Most memory of the whole run: {figures["peak"] / 2**20:,.0f} MiB.

Measured on {datetime.date.today().isoformat()}: {model}, {os.cpu_count()} cores, {platform.system()}; load before {before}, after {after}.""")
