"""docs/quality/cluster.md of the figures of eng/cluster-faults.sh: cluster-page.py FIGURES.json [cluster.md]. Standard library only."""

import datetime
import json
import os
import sys

figures = json.load(open(sys.argv[1], encoding="utf-8"))
draws, faults = figures["draws"], figures["faults"]
day = datetime.date.fromtimestamp(os.path.getmtime(sys.argv[1]))


def at(values, share):
    values = sorted(values)
    return f"{values[min(len(values) - 1, int(share * len(values)))]:.2f}" if values else "—"


def held(kind, bar):
    times = [fault["Recovery"] for fault in faults if fault["Kind"] == kind]
    verdict = "not measured" if not times else "held" if max(times) <= bar else f"**not held** ({sum(t > bar for t in times)} of {len(times)} later)"
    return f"| a {kind} | {len(times)} | {at(times, 0.5)} | {at(times, 0.9)} | {at(times, 1)} | ≤ {bar} | {verdict} |"


quiet = [draw for draw in draws if draw["faults"] == 0]
whole = f"{len(draws)} of {len(draws) + figures['lost']}"
processor = sum(silo["processor"] for silo in figures["used"])
page = f"""# Draws on a cluster whose silos are killed and frozen

Made by `eng/cluster-faults.sh`, not written by hand; measured on {day}.

{figures['silos']} silos as processes on loopback, on one machine with {figures['processors']} processors that also ran the database, the client and the same draws on one machine; load at the end {figures['load'].split()[0]}.
{figures['units']:,} units in {figures['partitions']} partitions, {draws[0]['cells']} cells, {draws[0]['selected']:,} selected. Each draw freezes anew, waits for its seed, draws and merges; root, cells, selection and reserves are compared byte by byte with one machine's.
Meanwhile one silo at a time, chosen by chance, is killed (`SIGKILL`, then started again) or frozen (`SIGSTOP`, up to five seconds beyond recovery, then `SIGCONT`); the next fault comes two to three seconds after all silos are members again. {figures['restarts']} times a silo ended though nobody had touched it: on a machine this busy it was taken for dead, and was started again.

| Draws that gave a result | Wrong | Lost | Faults |
| ---: | ---: | ---: | ---: |
| {whole} (aim 200) | {figures['wrong']} | {figures['lost']} | {len(faults)} |

Recovery: from the signal until the coordinator answers and no partition that is not done is with the silo.

| After | Times | Middle, s | Nine in ten, s | Slowest, s | Aim, s | |
| --- | ---: | ---: | ---: | ---: | ---: | --- |
{held('kill', 3)}
{held('freeze', 15)}

| What | Middle |
| --- | ---: |
| freeze, s (draws without a fault: {len(quiet)}) | {at([draw['freeze'] for draw in quiet], 0.5)} |
| draw and merge, s (without a fault) | {at([draw['total'] - draw['freeze'] for draw in quiet], 0.5)} |
| freeze, draw and merge, s (all draws) | {at([draw['total'] for draw in draws], 0.5)} |
| bytes to partitions, a draw | {sorted(draw['sent'] for draw in draws)[len(draws) // 2]:,} |
| bytes from partitions, a draw | {sorted(draw['received'] for draw in draws)[len(draws) // 2]:,} |
| processor time of all silos, s a draw, lost work and faults included | {processor / len(draws):.1f} |
| largest memory of a silo, MB | {max(silo['memory'] for silo in figures['used']) / 1e6:.0f} |

Bytes are those of the messages as the cluster serializes them. Processor time is that of silos until they were killed, woken up or ended; what was not measured of those that ended by themselves is missing.
"""
if len(sys.argv) > 2:
    open(sys.argv[2], "w", encoding="utf-8").write(page)
print(page)
