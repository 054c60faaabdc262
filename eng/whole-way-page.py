"""Times the pages of a running host, and writes the page of the whole way. Standard library only."""

import datetime
import http.cookiejar
import os
import platform
import re
import sys
import time
import urllib.parse
import urllib.request

steps_file, root, before = sys.argv[1:]
lines = open(steps_file, encoding="utf-8").read().splitlines()
steps = [line.split("\t")[1:] for line in lines if line.startswith("step\t")]
ids = dict(line.split(" ", 1) for line in lines if re.match(r"(task|draw|match|visit|code) ", line))
figures = next(line for line in lines if " subjects, " in line)


def reader(person):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    if person:
        html = opener.open(root + "/account/signin").read().decode()
        form = next(f for f in re.findall(r"<form.*?</form>", html, re.S) if 'name="Person"' in f)
        fields = {**dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)), "Person": person}
        opener.open(root + "/account/signin", urllib.parse.urlencode(fields).encode()).read()
    return opener


pages = [
    ("", "/"), ("", "/plans"), ("", "/draws"), ("", f"/draws/{ids['draw']}"), ("", "/matches"), ("", f"/matches/{ids['match']}"),
    ("", "/results"), ("", f"/results/{ids['visit']}"), ("", f"/firms/{ids['code']}"), ("", "/results?q=" + ids["code"][:6]), ("", "/results.json"),
    ("ku", "/directories"), ("qiu", "/"), ("qiu", "/tasks"), ("qiu", f"/tasks/{ids['task']}"), ("qiu", f"/tasks/{ids['task']}/match"),
    ("qiu", f"/matches/{ids['match']}"), ("shou", "/visits?of=department"), ("shou", f"/visits/{ids['visit']}"), ("shou", f"/visits/{ids['visit']}/notice"),
    ("shou", f"/visits/{ids['visit']}/team"), ("fu", "/visits"), ("gong", "/disclosure"), ("gong", f"/disclosure/result-{ids['visit']}"), ("shen", f"/tasks/{ids['task']}/trail"),
]
rows = []
readers = {person: reader(person) for person, _ in pages}
for person, path in pages:
    times = []
    size = 0
    for _ in range(9):
        start = time.perf_counter()
        answer = readers[person].open(root + urllib.parse.quote(path, safe="/?=&:"))
        size = len(answer.read())
        times.append((time.perf_counter() - start) * 1000)
        if answer.url.split("?")[0].endswith("/account/signin"):
            raise SystemExit(f"{person} may not open {path}")
    rest = sorted(times[1:])
    rows.append((path, person or "—", times[0], rest[len(rest) // 2], rest[-1], size))

match = sum(int(ms) for what, ms in steps if what.startswith("match"))
slow = [row for row in rows if row[3] > 300]
with open("/proc/loadavg", encoding="ascii") as load:
    after = " ".join(load.read().split()[:3])
print(f"""# The whole way, timed

{figures}; made by `eng/whole-way.sh`, not written by hand. The subjects are real firms and not part of this repository; the officers are made up.

| Step | ms |
| --- | ---: |""")
for what, ms in steps:
    print(f"| {what} | {int(ms):,} |")
print(f"""
Aim: the match, with its visits written, under 2,000 ms: {'held' if match < 2000 else 'NOT held'} ({match:,} ms). Every step is in one transaction with a disk flush.

| Page | Reader | first, ms | median of 8, ms | slowest of 8, ms | kB |
| --- | --- | ---: | ---: | ---: | ---: |""")
for path, person, first, median, slowest, size in rows:
    print(f"| `{path}` | {person} | {first:.0f} | {median:.0f} | {slowest:.0f} | {size / 1000:.0f} |")
print(f"""
Aim: every page under 300 ms: {'held' if not slow else 'NOT held by ' + ', '.join(f'`{row[0]}`' for row in slow)} (medians; the first answer of a page includes its compilation).

- Date: {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC
- Machine: {os.cpu_count()} logical processors, {platform.system()}
- Load average (1, 5, 15 minutes): {before} before, {after} after.""")
