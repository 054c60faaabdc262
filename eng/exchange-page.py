"""Writes one part of docs/quality/exchange.md from the lines of eng/exchange-files.sh or eng/exchange-chaos.sh; the other part stays. Standard library only."""

import datetime
import pathlib
import platform
import re
import sys

PAGE = pathlib.Path(__file__).resolve().parent.parent / "docs" / "quality" / "exchange.md"
HEAD = "# Exchange, measured\n\nMade by `eng/exchange-files.sh` and `eng/exchange-chaos.sh`, not written by hand.\n"
part, before = sys.argv[1:]
lines = [line.strip() for line in sys.stdin if line.strip()]
model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="ascii") if line.startswith("model name")), platform.machine())
measured = f"Measured {datetime.date.today()} on {model}; load before {before}."
MOST = 512


def files():
    found = [re.match(r"(\d+) (in|out) (.*?) in ([\d.]+) s peak (\d+) MB", line).groups() for line in lines]
    table = "\n".join(f"| {int(rows):,} | {way} | {what.strip()} | {float(seconds):,.1f} | {int(peak):,} |" for rows, way, what, seconds, peak in found)
    peak = max(int(one[4]) for one in found)
    verdict = "held" if peak <= MOST else "NOT held"
    return f"""## Large files

Each line is a process of its own; rows in are subjects of an old system's table in GB18030, read twice, then taken into the directory; rows out are publications, the first file with the making of the messages.

| Rows | Way | What | s | Peak memory, MB |
| ---: | --- | --- | ---: | ---: |
{table}

Aim: a file of {max(int(one[0]) for one in found):,} rows in and out within {MOST} MB: {verdict} ({peak} MB).

{measured}
"""


def chaos():
    said = "\n".join(f"    {line}" for line in lines)
    held = "held" if re.search(r"lost 0 doubled 0 strangers 0 out of order 0 days \d+ differing 0", said) else "NOT held"
    count = re.search(r"published (\d+)", said).group(1)
    kills = re.search(r"killed (\d+) times each", said).group(1)
    return f"""## Both sides killed

{said}

Aim: of {int(count):,} messages to a receiver that fails 30 % and hangs 10 %, both sides killed {kills} times, none lost, none doubled, order kept, reconciliation equal: {held}.

{measured}
"""


title = {"files": "## Large files", "chaos": "## Both sides killed"}
old = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
parts = {name: old[old.index(head):] for name, head in title.items() if head in old}
parts = {name: re.split(r"(?m)^(?=## )", text)[1].rstrip() + "\n" for name, text in parts.items()}
parts[part] = {"files": files, "chaos": chaos}[part]()
PAGE.write_text("\n".join([HEAD, *(parts[name] for name in title if name in parts)]), encoding="utf-8")
