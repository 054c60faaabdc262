"""Writes docs/quality/matching.md from BenchmarkDotNet's JSON, the lines of single processes, and the table of draws. Standard library only."""
import datetime
import json
import os
import pathlib
import sys

folder, processes, draws, before, after = sys.argv[1:6]
reports = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(pathlib.Path(folder).glob("*-report-full-compressed.json"))]
host = reports[0]["HostEnvironmentInfo"]
found = {}
for report in reports:
    for benchmark in report["Benchmarks"]:
        size = benchmark["Parameters"].removeprefix("Size=")
        found[size, benchmark["Method"]] = benchmark["Statistics"], benchmark["Memory"]["BytesAllocatedPerOperation"]
single = {tuple(fields[:2]): [int(field) for field in fields[2:]] for fields in (line.rstrip("\n").split("\t") for line in open(processes, encoding="utf-8"))}

SIZES = {
    "district": "1,000 visits × 100 inspectors",
    "city": "10,000 × 1,000",
    "province": "100,000 × 10,000; 218,000 seats, 300,000 exclusions",
    "short province": "the same with too little capacity",
}
NAMES = {"Balanced": "balanced, with certificate and report", "Mixed": "mixed too", "PeerStaffed": "peer: MaxFlow, feasibility alone", "PeerBalanced": "peer: MinCostFlow, the smallest sum of squares"}


def held(value, bar):
    return "held" if value <= bar else "NOT held"


print("# The match: chance and speed\n")
print("Made by `eng/match-peers.sh` and `eng/match-uniformity.sh`, not written by hand.\n")
print("## Chance\n")
print("Every instance of `tests/vectors/matching` whose balanced assignments can be listed, and four traps for methods that get stuck; 20,000 seeds each. In each cell: chi-square against the uniform law over all balanced assignments")
print("(rejected at 10⁻⁴; in brackets, how many standard deviations above its mean), and the largest error of a pair's chance (must be ≤ 0.02 for ours). The plain methods start from the same seeds.\n")
print(open(draws, encoding="utf-8").read())
print("*Random order, augmenting* is this engine without stage E (mixing factor 0). *Random costs* is minimum-cost flow with a random cost for each pair. *Swaps of two* exchanges two inspectors a hundred times for each seat where the result stays balanced.\n")
print("## Speed\n")
print("One thread. All answers agree with the peer's, Google.OrTools, in seats staffed and in the sum of squares: checked before anything is measured. The peer is given the pairs that may be; ours finds them. Read the ratios; milliseconds belong to the machine. Allocations are managed ones; the peer's memory is native and stands below.\n")
print("| Problem | What | ms, mean | ± | best | MB allocated |\n| --- | --- | ---: | ---: | ---: | ---: |")
for (size, method), (statistics, allocated) in sorted(found.items(), key=lambda entry: list(SIZES).index(entry[0][0])):
    print(f"| {SIZES[size]} | {NAMES[method]} | {statistics['Mean'] / 1e6:.1f} | {statistics['StandardDeviation'] / 1e6:.1f} | {statistics['Min'] / 1e6:.1f} | {allocated / 1e6:.0f} |")
print("\nOne call each in a process of its own, cold, the problem read and its digest known: the time includes the compiler's work, and the memory is the whole process's with the problem in it, native code too.\n")
print("| Problem | What | ms | processor ms | MiB before | MiB at most | Sum of squares or seats |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |")
WORDS = {"balanced": "Balanced", "mixed": "Mixed", "peer-staffed": "PeerStaffed", "peer-balanced": "PeerBalanced"}
for (size, what), (clock, processor, memory, peak, answer) in single.items():
    print(f"| {SIZES[size]} | {NAMES[WORDS[what]]} | {clock:,} | {processor:,} | {memory} | {peak} | {answer:,} |")

mean = lambda size, method: found[size, method][0]["Mean"] / 1e6
best = lambda size, method: found[size, method][0]["Min"] / 1e6
BARS = [
    ("1,000 × 100 mixed", lambda of: of("district", "Mixed"), 10),
    ("10,000 × 1,000 mixed", lambda of: of("city", "Mixed"), 300),
    ("100,000 × 10,000 balanced", lambda of: of("province", "Balanced"), 1000),
    ("100,000 × 10,000 certified short", lambda of: of("short province", "Balanced"), 1000),
    ("100,000 × 10,000 mixed, beyond balanced", lambda of: of("province", "Mixed") - of("province", "Balanced"), 3000),
]
print("\n| Aim | Bar, ms | by the mean | by the best round |\n| --- | ---: | --- | --- |")
for name, value, bar in BARS:
    print(f"| {name} | {bar:,} | {value(mean):.1f}: {held(value(mean), bar)} | {value(best):.1f}: {held(value(best), bar)} |")
peak = max(single[size, what][3] for size in ("province", "short province") for what in ("balanced", "mixed"))
print(f"| 100,000 × 10,000, memory | 200 MB | {peak * 1.048576:.0f} MB, whole process: {held(peak * 1.048576, 200)} | |")
print("\n| MinCostFlow takes as long as ours, balanced | times | at least 10 times |\n| --- | ---: | --- |")
for size in ("district", "city"):
    ratio = mean(size, "PeerBalanced") / mean(size, "Balanced")
    print(f"| {SIZES[size]} (means, warm) | {ratio:.1f} | {'held' if ratio >= 10 else 'NOT held'} |")
for size in ("province", "short province"):
    ratio = single[size, "peer-balanced"][1] / mean(size, "Balanced")
    print(f"| {SIZES[size]} (processor time of the peer's one call to our mean) | {ratio:.1f} | {'held' if ratio >= 10 else 'NOT held'} |")
print(f"\n- Date: {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC")
print(f"- Machine: {host['ProcessorName']}, {os.cpu_count()} logical processors; {host['OsVersion']}; {host['RuntimeVersion']}; BenchmarkDotNet {host['BenchmarkDotNetVersion']}; Google.OrTools 9.15")
print(f"- Load average (1, 5, 15 minutes): {before} before, {after} after. The run itself makes about 1; more than that means that others disturbed the figures.")
if max(float(before.split()[0]), float(after.split()[0])) > 1.5 + 1:
    print("\n**Others worked on this machine during the run**: means and deviations contain their work, and an aim that is not held here is neither met nor refuted. Measure again on a quiet machine.")
