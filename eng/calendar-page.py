"""Writes docs/quality/calendar.md from BenchmarkDotNet's JSON and numpy's line. Standard library only."""
import datetime
import json
import os
import sys

report = json.load(open(sys.argv[1], encoding="utf-8"))
numpy = open(sys.argv[2], encoding="utf-8").read().split()
before, after = sys.argv[3], sys.argv[4]
host = report["HostEnvironmentInfo"]

NAMES = {
    "AddWorkingDays": ("`AddWorkingDays(date, 10)`: `LocalDate` in and out, coverage checked", 5.0),
    "AddWorkingDays_Span": ("the same over spans", 5.0),
    "TryAddWorkingDays_DayIndex": ("`TryAddWorkingDays` on day indexes", 2.0),
    "MonthBitmaskScan": ("peer: a bit mask a month, scanned; no coverage check", None),
    "HashSetDayByDay": ("peer: day by day over two `HashSet<LocalDate>`", None),
}

rows = []
for benchmark in report["Benchmarks"]:
    name, aim = NAMES[benchmark["Method"]]
    statistics = benchmark["Statistics"]
    rows.append((name, statistics["Mean"], statistics["StandardDeviation"], statistics["Min"], benchmark["Memory"]["BytesAllocatedPerOperation"], aim))
base = rows[0][1]


def verdict(mean, aim):
    return "" if aim is None else f"≤ {aim:g} ns: {'held' if mean <= aim else 'NOT held'}"


print("# The calendar beside its peers\n")
print("Ten working days after an event; 4,096 events spread over 2015 to 2026, nanoseconds per deadline. All peers compute the same dates: checked before anything is measured.")
print("Read the ratios; nanoseconds belong to the machine. Made by `eng/calendar-peers.sh`, not written by hand.\n")
print("| What | ns per deadline, mean | ± | best | Bytes | Ratio of means | Aim, judged by the mean |")
print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
for name, mean, deviation, best, size, aim in rows:
    print(f"| {name} | {mean:.2f} | {deviation:.2f} | {best:.2f} | {size} | {mean / base:.1f} | {verdict(mean, aim)} |")
if numpy:
    whole, single = float(numpy[1]), float(numpy[2])
    held = "held" if whole >= 30 * base else "NOT held"
    print(f"| peer: numpy {numpy[0]} `busday_offset`, whole array, exact off-day list | | | {whole:.1f} | | {whole / base:.1f} (its best to our mean) | at least 30 times ours: {held} |")
    print(f"| peer: the same, one date a call | | | {single:.0f} | | {single / base:.0f} | |")
else:
    print("\nnumpy was not there (`apt-get install python3-numpy`); its row is left out.")
print(f"\n- Date: {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC")
print(f"- Machine: {host['ProcessorName']}, {os.cpu_count()} logical processors; {host['OsVersion']}; {host['RuntimeVersion']}; BenchmarkDotNet {host['BenchmarkDotNetVersion']}")
print(f"- Load average (1, 5, 15 minutes): {before} before, {after} after. The run itself makes about 1; more than that means that others disturbed the figures.")
if max(float(before.split()[0]), float(after.split()[0])) > 1.5 + 1:
    print("\n**Others worked on this machine during the run**: means and deviations contain their work, and an aim that is not held here is neither met nor refuted. Measure again on a quiet machine.")
print("\nOur figure checks the coverage and says how certain the date is; no peer does. Mean, deviation and best are over BenchmarkDotNet's iterations; numpy's is the best of seven rounds of fifty.")
