"""Writes docs/quality/scale.md from the lines of eng/peers.sh and BenchmarkDotNet's JSON: scale-page.py FOLDER. Standard library only."""
import datetime
import json
import os
import pathlib
import re
import statistics
import sys

folder = pathlib.Path(sys.argv[1])
text = lambda name: (folder / name).read_text(encoding="utf-8").strip() if (folder / name).exists() else ""
reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("artifacts/results/*-report-full-compressed.json"))]
host = reports[0]["HostEnvironmentInfo"]
bench = {(one["Method"], one["Parameters"]): one for report in reports for one in report["Benchmarks"]}
mean = lambda method, parameters="": bench[method, parameters]["Statistics"]["Mean"]
best = lambda method, parameters="": bench[method, parameters]["Statistics"]["Min"]
LINE = re.compile(r"^(\S+) ([\d.]+) s ([\d.]+) M/s (\d+|—) MiB(?: (.*))?$", re.M)
PROCESSOR = re.compile(r"^processor freeze ([\d.]+) s draw ([\d.]+) s$", re.M)
LANES = int(re.search(r"lanes (\d+)", text("check.txt"))[1])
THREADS = (1, 2)


def run(source, units, threads):
    """Middle and best of the runs."""
    lines = text(f"{source}-{units}-{threads}.txt")
    if not lines:
        return None
    found = {}
    for word in ("freeze", "draw", "total"):
        rounds = [match for match in LINE.findall(lines) if match[0] == word]
        found[word] = statistics.median(float(one[1]) for one in rounds), min(float(one[1]) for one in rounds), max(int(one[3]) for one in rounds)
    processor = [tuple(map(float, one)) for one in PROCESSOR.findall(lines)]
    found["processor"] = statistics.median(one[0] for one in processor), statistics.median(one[1] for one in processor)
    found["selected"] = int(re.search(r"^selected (\d+)", lines, re.M)[1])
    found["rounds"] = len(processor)
    return found


memory = {(units, threads): run("generated", units, threads) for units in (10**5, 10**6, 10**7, 10**8) for threads in THREADS}
memory = {key: value for key, value in memory.items() if value}
stored = {(source, units): run(source, units, 2) for source in ("file", "sqlite", "postgres") for units in (10**6, 10**7, 10**8)}
stored = {key: value for key, value in stored.items() if value}
peers = {units: {match[0]: match for match in LINE.findall(text(f"peers-{units}.txt"))} for units in (10**6, 10**7, 10**8)}
peers = {units: found for units, found in peers.items() if found}
skipped = re.findall(r"^(\w+) skipped: (.*)$", text("peers-1000000.txt"), re.M)

PEERS = {
    "linq": ("LINQ: `OrderBy(_ => Random.Shared.Next()).Take(m)` over numbers", "every unit the same chance; no cells; nobody can check it"),
    "strings": ("`SHA256.HashData(seed + id)` in a loop, a priority queue for each cell, as one writes it first", "the selection of ours, checked"),
    "spans": ("the same without an allocation", "the selection of ours, checked"),
    "numpy": (f"numpy {text('numpy.txt')}: `Generator.choice(n, m, replace=False, p=weights)`", "chances that are not proportional to the weights; no cells; nobody can check it"),
    "duckdb-sha256": ("DuckDB: `ORDER BY sha256(seed \\|\\| id) LIMIT m`", "tickets that can be checked; one cell, classes unweighted"),
    "duckdb-weighted": ("DuckDB: `ORDER BY -ln(random()) / w LIMIT m`", "chances that are not proportional to the weights; no cells; nobody can check it"),
    "postgres-sha256": ("PostgreSQL: `ORDER BY sha256(seed \\|\\| id) LIMIT m`", "tickets that can be checked; one cell, classes unweighted"),
    "postgres-weighted": ("PostgreSQL: `ORDER BY -ln(random()) / w LIMIT m`", "chances that are not proportional to the weights; no cells; nobody can check it"),
}
ALL = {word for word in PEERS if word.startswith(("duckdb", "postgres"))}
WIDTHS = {1: "1 (no vectors)", 4: "4 (128 bits)", 8: "8 (256 bits: AVX2)", 16: "16 (512 bits: AVX-512)"}


def held(value, bar, least=False):
    return "held" if (value >= bar if least else value <= bar) else "NOT held"


print("# Draws over frames of any size: speed and memory\n")
print("Made by `eng/peers.sh`, not written by hand.\n")
print("A made-up city: credit codes in the order of ids, 40 strata × 4 classes (A 35 %, B 50 %, C 11 %, D 4 %), one unit in twenty resting; rates A 1 %, B 2 %, C 10 %, D 30 %, two reserves a cell.")
print("*freeze* is the first reading: counts, order and form of ids, salted leaves, root. *draw* is everything after it: expected counts, cell sizes, second reading, list in ticket order. Each run is a process of its own, after a warm-up of two seconds outside the clock;")
print("before anything is measured, 200,000 units are drawn by the plain engine too, and root, cells, selection and reserves must be the same. MiB: the process's largest memory in the phase beyond what it had before it (the source), managed and native.\n")
print("## From memory\n")
print("Middle of three runs (10⁸: one run); in brackets the best. Nanoseconds are of the middle run, per unit; processor time is that of all threads.\n")
print("| Units | Threads | freeze, s | draw, s | freeze, ns | draw, ns | processor: freeze, ns | draw, ns | MiB freeze | MiB draw | selected |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
for (units, threads), found in memory.items():
    freeze, draw = found["freeze"], found["draw"]
    ns = lambda seconds: f"{seconds / units * 1e9:.0f}"
    print(f"| {units:,} | {threads} | {freeze[0]:.3f} ({freeze[1]:.3f}) | {draw[0]:.3f} ({draw[1]:.3f}) | {ns(freeze[0])} | {ns(draw[0])} | {ns(found['processor'][0])} | {ns(found['processor'][1])} | {freeze[2]:,} | {draw[2]:,} | {found['selected']:,} |")
print("\nThe two readings of 1,000,000 units, warm (BenchmarkDotNet; allocations are managed ones):\n")
print("| Reading | Threads | ns per unit, mean | best | MB allocated |\n| --- | ---: | ---: | ---: | ---: |")
for method in ("Freeze", "Draw"):
    for threads in THREADS:
        key = method, f"Threads={threads}"
        print(f"| {method.lower()} | {threads} | {mean(*key) / 1e6:.1f} | {best(*key) / 1e6:.1f} | {bench[key]['Memory']['BytesAllocatedPerOperation'] / 1e6:.1f} |")
print("\n## From a file and from databases\n")
print("Two threads; a canonical file that the system has in its cache, and tables in the order of ids through ADO.NET (PostgreSQL on the same machine).\n")
print("| Source | Units | freeze, s | draw, s | together, s | M units/s together | MiB |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
NAMES = {"file": "canonical file", "sqlite": "SQLite", "postgres": "PostgreSQL"}
for (source, units), found in stored.items():
    print(f"| {NAMES[source]} | {units:,} | {found['freeze'][0]:.3f} ({found['freeze'][1]:.3f}) | {found['draw'][0]:.3f} ({found['draw'][1]:.3f}) | {found['total'][0]:.3f} ({found['total'][1]:.3f}) | {units / found['total'][0] / 1e6:.2f} | {found['total'][2]:,} |")
print("\n## The kernel\n")
print("One thread; nanoseconds per message, mean (best). Tickets: ids of 18 characters behind the seed's block, which is hashed once; leaves of 100 bytes, two blocks; nodes of a tree, two blocks. The platform's own is `SHA256.HashData`, a call a message, with the seed hashed each time.\n")
print("| Lanes | tickets | leaves | nodes | M tickets/s | times the platform's: tickets | leaves | nodes |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
for name, suffix in [("`SHA256.HashData`", "HashData")] + [(WIDTHS[lanes] + (" in software" if lanes > LANES else ""), str(lanes)) for lanes in WIDTHS]:
    kinds = [f"{kind}_{suffix}" for kind in ("Ids", "Leaves", "Nodes")]
    ratios = [mean(kind + "_HashData") / mean(f"{kind}_{suffix}") for kind in ("Ids", "Leaves", "Nodes")]
    print(f"| {name} | " + " | ".join(f"{mean(kind):.1f} ({best(kind):.1f})" for kind in kinds) + f" | {1e3 / mean(kinds[0]):.1f} | " + " | ".join(f"{ratio:.1f}" for ratio in ratios) + " |")
print("\n## Peers\n")
print("As many of as many units, in one run with ours; what a peer reads is in its memory or its table before the clock starts. Ours is *draw*; *freeze* has no counterpart in any of them. Middle of three runs, or one where that takes more than ten seconds. Times: how many times as long as ours on one thread and on two; databases use both processors. LINQ and numpy choose among numbers: they read no id and hash nothing, and nobody can check what they chose. Read the ratios.\n")
print("| Units | What | s | MiB | times ours, one thread | two threads | What it gives |\n| ---: | --- | ---: | ---: | ---: | ---: | --- |")
for units, found in peers.items():
    one, two = (float(found[f"ours-{threads}"][1]) for threads in THREADS)
    for threads in THREADS:
        line = found[f"ours-{threads}"]
        print(f"| {units:,} | **ours, {'one thread' if threads == 1 else 'two threads'}** | {line[1]} | {line[3]} | {float(line[1]) / one:.2f} | {float(line[1]) / two:.2f} | quota and chance exact in every cell, checkable ticket by ticket |")
    for word, (name, gives) in PEERS.items():
        if word in found:
            seconds = float(found[word][1])
            print(f"| {units:,} | {name} | {found[word][1]} | {found[word][3]} | {seconds / one:.1f} | {seconds / two:.1f} | {gives} |")
for word, why in skipped:
    print(f"\n{word} was skipped: {why}.")

print("\n## Aims\n")
print("| Aim | Bar | by the middle or mean | by the best |\n| --- | --- | --- | --- |")


def aim(name, bar, middle, top, form, least=False):
    print(f"| {name} | {'≥' if least else '≤'} {form.format(bar)} | {form.format(middle)}: {held(middle, bar, least)} | {form.format(top)}: {held(top, bar, least) if top is not None else ''} |" if top is not None
          else f"| {name} | {'≥' if least else '≤'} {form.format(bar)} | {form.format(middle)}: {held(middle, bar, least)} | |")


if LANES == 16:
    aim("kernel, one thread, AVX-512", 45, 1e3 / mean("Ids_16"), 1e3 / best("Ids_16"), "{:.1f} M tickets/s", least=True)
else:
    print("| kernel, one thread, AVX-512 | ≥ 45 M tickets/s | not measured: this processor has no AVX-512 | |")
if LANES >= 8:
    # A process of its own without AVX-512, whose rotations the eight lanes would use too.
    alone = [one for path in folder.glob("avx2/results/*-report-full-compressed.json") for one in json.loads(path.read_text(encoding="utf-8"))["Benchmarks"] if one["Method"] == "Ids_8"]
    narrow = (alone[0] if alone else bench["Ids_8", ""])["Statistics"]
    aim("kernel, one thread, restricted to AVX2", 24, 1e3 / narrow["Mean"], 1e3 / narrow["Min"], "{:.1f} M tickets/s", least=True)
meant = "" if LANES == 16 else " (bar meant for AVX-512)"
for phase, bar in (("freeze", 150), ("draw", 30)):
    if (10**7, 1) in memory:
        found = memory[10**7, 1][phase]
        aim(f"{phase}, one thread, 10⁷ units from memory{meant}", bar, found[0] * 100, found[1] * 100, "{:.0f} ns a unit")
for units, bar, name in ((10**7, 0.25, "10⁷"), (10**8, 2.5, "10⁸")):
    if (units, 2) in memory:
        found = memory[units, 2]["draw"]
        aim(f"{name} units drawn, two threads{meant}", bar, found[0], found[1], "{:.2f} s")
for units, name in ((10**7, "10⁷"), (10**8, "10⁸")):
    for threads in THREADS:
        if (units, threads) in memory:
            found = memory[units, threads]
            bar = 200 + 64 * found["selected"] / 1e6
            aim(f"memory above the source, {name} units, {threads} thread{'s' if threads > 1 else ''}: 200 MB + 64 bytes a selected unit", bar, found["total"][2] * 1.048576, None, "{:.0f} MB")
if ("file", 10**7) in stored:
    found = stored["file", 10**7]["total"]
    aim("canonical file of 10⁷ lines, freeze and draw, two threads", 2.5, found[0], found[1], "{:.2f} s")
for units, found in peers.items():
    for word in PEERS:
        if word in found and word != "linq":
            bar = 3 if word == "numpy" else 20
            for threads in [2] if word in ALL else THREADS if word == "numpy" else [1]:
                aim(f"{units:,} units: {word} to ours on {'two threads' if threads == 2 else 'one thread'}", bar, float(found[word][1]) / float(found[f"ours-{threads}"][1]), None, "{:.1f} times", least=True)

loads = text("before.txt"), text("after.txt")
print(f"\n- Date: {datetime.datetime.fromtimestamp((folder / 'after.txt').stat().st_mtime, datetime.timezone.utc):%Y-%m-%d %H:%M} UTC")
print(f"- Machine: {host['ProcessorName']}, {os.cpu_count()} logical processors; widest vectors {32 * LANES} bits ({WIDTHS[LANES].split('(')[1].rstrip(')').split(': ')[-1]}); {host['OsVersion']}; {host['RuntimeVersion']}; BenchmarkDotNet {host['BenchmarkDotNetVersion']}; {text('postgres.txt') or 'no PostgreSQL'}")
print(f"- Load average (1, 5, 15 minutes): {loads[0]} before, {loads[1]} after. The run itself makes 1 to 2; more than that means that others disturbed the figures.")
if max(float(load.split()[0]) for load in loads) > 2.5:
    print("\n**Others worked on this machine during the run**: times contain their work, and an aim of time that is not held here is neither met nor refuted; one of memory is. Measure again on a quiet machine.")
