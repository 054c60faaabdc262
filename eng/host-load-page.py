"""Writes the page of the host's load from the lines of benchmarks/RandomInspection.HostLoad. Standard library only."""

import collections
import datetime
import os
import platform
import statistics
import sys

rounds_file, before, seconds = sys.argv[1:]
rounds, visits = collections.defaultdict(list), 0
for line in open(rounds_file, encoding="utf-8"):
    parts = line.rstrip("\n").split("\t")
    if parts[0] == "visits":
        visits = int(parts[1])
    else:
        rounds[parts[1]].append(tuple(map(float, parts[2:])))
middle = {what: [statistics.median(one) for one in zip(*values)] for what, values in rounds.items()}
refused = {what: int(sum(value[3] for value in values)) for what, values in rounds.items()}
model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="ascii") if line.startswith("model name")), platform.machine())
with open("/proc/loadavg", encoding="ascii") as load:
    after = " ".join(load.read().split()[:3])

# what is measured, its bare companion, and the least share of its rate that is aimed at
AIMS = [
    ("one disclosure", "bare read", 0.6), ("one disclosure, made anew", "bare read", None), ("one disclosure's page", "bare read", None),
    ("public list page", "bare list", 0.25), ("public list page, made anew", "bare list", None),
    ("entering a result", "bare insert", 0.35), ("entering a result by the form", "bare insert", None),
]


def row(what):
    rate, half, slow, _ = middle[what]
    return f"| {what} | {rate:,.0f} | {half:.2f} | {slow:.2f} | {refused[what]} |"


def verdict(holds):
    return "held" if holds else "**not held**"


def aim(what, of, least):
    share, slower = middle[what][0] / middle[of][0], middle[what][2] / middle[of][2]
    said = "—" if least is None else f"≥ {least}: {verdict(share >= least)}"
    return f"| {what} | {of} | {share:.2f} | {said} | {slower:.1f} | {'—' if least is None else '≤ 3: ' + verdict(slower <= 3)} |"


print(f"""# The host under load

The sample host (Release, SQLite, its sample data) beside a server that only reads one row by its key, or twenty in order, or inserts one row and waits for the disk, over the same file in the same run; made by `eng/host-load.sh`, not written by hand.
Eight connections of `wrk` on loopback ask as fast as they are answered, `wrk` and both servers on the same processors. Each figure is the middle of {len(rounds['bare read'])} rounds of {seconds} s.

| What | answers/s | middle, ms | 99 of 100 within, ms | refused |
| --- | ---: | ---: | ---: | ---: |
{chr(10).join(row(what) for what in rounds)}

| What | beside | ratio of the rates | aim | ratio of the 99th | aim |
| --- | --- | ---: | --- | ---: | --- |
{chr(10).join(aim(*one) for one in AIMS)}

- One disclosure: `/results.json?q=` with the subject's code, the record for machines, with its redaction and its items' names; its page is the same for people, rendered. What the public is answered is kept in memory and given again as long as the heads of the logs say that nothing has become public since, which every request asks the database; made anew, nothing is kept (`?lang=`), as for the first who asks after an entry was written.
- Public list page: `/results`, rendered; kept likewise.
- Entering a result: the API's operation `visits.enter` with session, key, the visit read and its rules, two logs' locks, the event hashed into the log's tree, the views and the answered request in one transaction, over {visits} visits; several that come at once share a sync of the disk, where each bare insert has its own. By the form: the inspector's page, which is rendered before what was sent is carried out. What is refused is not counted as an answer.

Measured on {datetime.date.today().isoformat()}: {model}, {os.cpu_count()} cores, {platform.system()}; load before {before}, after {after}.""")
