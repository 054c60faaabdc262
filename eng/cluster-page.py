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


def middle(values):
    values = sorted(values)
    return values[len(values) // 2]


quiet = [draw for draw in draws if draw["faults"] == 0]
# Whose coordinator lived from beginning to end, so that every partition's processor time is known.
known = [draw for draw in quiet if draw["merge"] is not None and all(part["processor"] is not None for part in draw["freezing"] + draw["drawing"])]


def part(step, what):
    return middle(middle(part[what] for part in draw[step]) for draw in known)


def whole_step(step, what):
    return middle(sum(part[what] for part in draw[step]) for draw in known)


units, cells, tickets = figures["units"], draws[0]["cells"], draws[0]["selected"] + draws[0]["reserves"]
freeze_ns, draw_ns = whole_step("freezing", "processor") / units * 1e9, whole_step("drawing", "processor") / units * 1e9
merge_ns = middle(draw["merge"] for draw in known) / tickets * 1e9
sent_cell = part("drawing", "sent") / cells
ticket_bytes = middle(draw["result"] for draw in known) / tickets
answer_ticket = whole_step("drawing", "received") / tickets

# On paper: 31 provinces, 4 strata of their own with 4 classes each, 1 in 100 selected.
nation, provinces, share = 200_000_000, 31, 100
province, selected, nation_cells = nation / provinces, nation // share, provinces * 16
whole = f"{len(draws)} of {len(draws) + figures['lost']}"
processor = sum(silo["processor"] for silo in figures["used"])
page = f"""# Draws on a cluster whose silos are killed and frozen

Made by `eng/cluster-faults.sh`, not written by hand; measured on {day}.

{figures['silos']} silos as processes on loopback, on one machine with {figures['processors']} processors that also ran the database, the client and the same draws on one machine; load at the end {figures['load'].split()[0]}.
{figures['units']:,} units in {figures['partitions']} partitions, {draws[0]['cells']} cells, {draws[0]['selected']:,} selected. Each draw freezes anew, waits for its seed, draws and merges; root, cells, selection and reserves are compared byte by byte with one machine's.
Meanwhile one silo at a time, chosen by chance, is killed (`SIGKILL`, then started again) or frozen (`SIGSTOP`, up to five seconds beyond recovery, then `SIGCONT`); the next fault comes two to three seconds after all silos are members again. Silos that ended though nobody had touched them, taken for dead on a busy machine and started again: {figures["restarts"]}.

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

## What a partition costs

Of {len(known)} draws without a fault, the middle one; processor time is that of the thread that reads a partition and, for the merge, of the threads that read and merge what came. Files were in the page cache.

| Middle | One partition of {units // figures['partitions']:,} units | All | A unit, or ticket | 10⁸ units |
| --- | ---: | ---: | ---: | ---: |
| freeze, processor | {part('freezing', 'processor') * 1000:.0f} ms | {whole_step('freezing', 'processor'):.2f} s | {freeze_ns:.0f} ns | {freeze_ns / 10:.0f} s |
| draw, processor | {part('drawing', 'processor') * 1000:.0f} ms | {whole_step('drawing', 'processor'):.2f} s | {draw_ns:.0f} ns | {draw_ns / 10:.0f} s |
| merge of {tickets:,} tickets, processor | — | {middle(draw['merge'] for draw in known) * 1000:.0f} ms | {merge_ns:.0f} ns | {merge_ns * selected / 2 / 1e9:.1f} s for 10⁶ selected |
| freeze, bytes to and from | {part('freezing', 'sent'):,} and {part('freezing', 'received'):,} | {whole_step('freezing', 'sent'):,} and {whole_step('freezing', 'received'):,} | — | the same: they follow cells alone |
| draw, bytes to | {part('drawing', 'sent'):,} | {whole_step('drawing', 'sent'):,} | {sent_cell:.0f} a cell | the same |
| draw, bytes from | {part('drawing', 'received'):,} | {whole_step('drawing', 'received'):,} | {answer_ticket:.0f} a ticket | follow tickets |
| merged partial draw, bytes | — | {middle(draw['result'] for draw in known):,} | {ticket_bytes:.0f} a ticket | follow tickets |

## On paper: 2·10⁸ units in 31 provinces

Computed from the table above, not measured; as even as they never are: {nation_cells} cells, {selected:,} selected (1 %).

| | Each province ({province / 1e6:.1f}·10⁶ units) | All |
| --- | ---: | ---: |
| freeze, seconds of processor | {province * freeze_ns / 1e9:.1f} | {nation * freeze_ns / 1e9:.0f} |
| draw, seconds of processor | {province * draw_ns / 1e9:.1f} | {nation * draw_ns / 1e9:.0f} |
| the same where another silo has to count again | {province * (draw_ns + freeze_ns) / 1e9:.1f} | {nation * (draw_ns + freeze_ns) / 1e9:.0f} |
| bytes to, draw | {nation_cells * sent_cell / 1e3:.0f} kB | {provinces * nation_cells * sent_cell / 1e6:.1f} MB |
| bytes from, draw | {selected / provinces * ticket_bytes / 1e6:.1f} MB | {selected * ticket_bytes / 1e6:.0f} MB |
| merge, seconds of processor | — | {selected * merge_ns / 1e9:.1f} |

Bytes are those of the messages as the cluster serializes them. Processor time is that of silos until they were killed, woken up or ended; what was not measured of those that ended by themselves is missing.
"""
if len(sys.argv) > 2:
    open(sys.argv[2], "w", encoding="utf-8").write(page)
print(page)
