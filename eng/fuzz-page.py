#!/usr/bin/env python3
"""docs/quality/fuzzing.md out of docs/quality/fuzzing.tsv, to which every run of eng/fuzz.sh adds a line a reader.

    fuzz-page.py run NAME STATS   adds a run's executions
    fuzz-page.py page             writes the page
"""
import datetime
import os
import pathlib
import subprocess
import sys

RUNS = pathlib.Path("docs/quality/fuzzing.tsv")
PAGE = pathlib.Path("docs/quality/fuzzing.md")
WHAT = {
    "calendar": "holiday notices: our JSON and iCalendar",
    "census": "the census of a partition",
    "code": "a unified social credit code",
    "criteria": "criteria of a directory, as the log has them",
    "csv": "a table of subjects: encoding, separator, columns, every rule of a row",
    "design": "the design of a draw",
    "event": "a CloudEvent of the exchange",
    "frame": "a canonical frame file, held and streamed: both must say the same",
    "growth": "the proof that a log has only grown",
    "mapping": "a partner's mapping of columns and words",
    "note": "a signed checkpoint",
    "opening": "the opening of a draw",
    "partial": "a partition's partial draw",
    "problem": "a matching problem",
    "proof": "the proof that an entry stands in a checkpoint",
    "record": "a draw's record: public, the auditor's, a subject's",
    "sheet": "the sheet of a workbook, behind the archive",
    "signature": "a detached signature",
    "workbook": "an XLSX archive: the guard, then the reader",
}


def stats(path):
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in open(path)) if value}


def run(name, path):
    found = stats(path)
    crashes, hangs = found.get("saved_crashes", "0"), found.get("saved_hangs", "0")
    today = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
    if not RUNS.exists():
        RUNS.write_text("day\treader\tseconds\texecutions\tinputs kept\tedges\tfailing\thanging\n")
    with RUNS.open("a") as runs:
        print(today, name, found["run_time"], found["execs_done"], found["corpus_count"], found["edges_found"], crashes, hangs, sep="\t", file=runs)
    print(f"{name}: {found['execs_done']} executions, {found['execs_per_sec']}/s, {found['corpus_count']} inputs kept, {crashes} failing, {hangs} hanging")


def page():
    rows = [line.split("\t") for line in RUNS.read_text().splitlines()[1:]]
    tool = subprocess.run(["afl-fuzz", "-h"], capture_output=True, text=True).stderr.split()[0:1]
    version = "".join(ch for ch in (tool[0] if tool else "") if ch.isprintable()).replace("[1;36m", "").replace("[0;36m", "")
    lines = [
        "# Readers under fuzzing",
        "",
        "Made by `eng/fuzz.sh`, not written by hand, out of [all runs there were](fuzzing.tsv).",
        "",
        "AFL++ invents inputs, led by which branches they reach (the assemblies are instrumented by SharpFuzz), and gives them to every reader of bytes that",
        "come from strangers. A reader must refuse with a refusal of ours that has its texts in both languages, or read, and then what it read, written and",
        "read again, must be the same ([`fuzz/RandomInspection.Fuzzing`](../../fuzz/RandomInspection.Fuzzing/Readers.cs)). Any other exception, a text that changes, five seconds",
        "without an answer: the input is kept in `fuzz/failures` and replayed by a test from then on.",
        "",
        "| Reader | What it reads | Executions in all | Runs | Inputs kept, last | Branches reached, last | Inputs that failed, all runs | Without an answer |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    total = 0
    for name in sorted(WHAT):
        mine = [row for row in rows if row[1] == name]
        done = sum(int(row[3]) for row in mine)
        total += done
        last = mine[-1] if mine else None
        lines.append(
            f"| {name} | {WHAT[name]} | {done:,} | {len(mine)} | {last[4] if last else '—'} | {last[5] if last else '—'} "
            f"| {sum(int(row[6]) for row in mine)} | {sum(int(row[7]) for row in mine)} |"
        )
    failures = pathlib.Path("fuzz/failures")
    kept = sum(1 for found in failures.rglob("*") if found.is_file()) if failures.exists() else 0
    standing = sum(int(mine[-1][6]) for mine in ([row for row in rows if row[1] == name] for name in WHAT) if mine)
    days = sorted({row[0] for row in rows})
    lines += [
        f"| **all** | | **{total:,}** | | | | | |",
        "",
        f"Aim: at least 100,000,000 executions in all: {'held' if total >= 100_000_000 else 'NOT held'} ({total:,}).",
        f"Aim: no input fails in the last run of any reader: {'held' if not standing else 'NOT held'} ({standing} do).",
        "",
        f"Inputs that once failed and are replayed by a test: {kept}.",
        "",
        f"Measured on {days[-1] if days else '—'} (first run {days[0] if days else '—'}): {version or 'AFL++'}, SharpFuzz, .NET {dotnet()}, {os.cpu_count()} cores, Linux.",
    ]
    PAGE.write_text("\n".join(lines) + "\n")


def dotnet():
    return subprocess.run(["dotnet", "--version"], capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    run(*sys.argv[2:]) if sys.argv[1] == "run" else page()
