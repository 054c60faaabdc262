#!/usr/bin/env python3
"""A draw over many units, and its verification in a browser; the steps of eng/verify-million.sh.

    verify-million.py make FOLDER UNITS RI...   frame.tsv, key.txt and record.json (auditor's view), drawn by the program RI
    verify-million.py serve FOLDER MODULES RUNS  serves a page that verifies the record in a worker, RUNS times in a headless
                                                Chromium of its own, and prints one line of JSON a run
    verify-million.py time FILE COMMAND...       runs a command that must succeed and adds its times to FILE as JSON
    verify-million.py page FOLDER BEFORE AFTER OLD  the page of what was measured; the rest of the page OLD is kept
"""

import functools
import hashlib
import http.server
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>million</title><script type="module" src="/bench.mjs"></script>"""

# As page.mjs does it: bytes to a worker, steps and progress back. The page's own pulse shows whether it stays responsive.
SCRIPT = """
const read = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
const say = (result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) });

async function verify() {
  const [bytes, frame, key] = [await read('/data/record.json'), await read('/data/frame.tsv'), new TextDecoder().decode(await read('/data/key.txt')).trim()];
  const started = performance.now();
  let [last, pause, progress] = [started, 0, 0];
  const pulse = setInterval(() => { const now = performance.now(); pause = Math.max(pause, now - last); last = now; }, 10);
  const worker = new Worker('/verify/worker.mjs', { type: 'module' });
  const steps = await new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => {
      if (data.work) progress++;
      if (data.finished) resolve(data.finished.steps);
    };
    worker.postMessage({ bytes, options: { frames: [{ bytes: frame, key }] } });
  });
  clearInterval(pulse);
  return {
    ms: Math.round(performance.now() - started), progress, pause: Math.round(pause), browser: navigator.userAgent,
    failed: steps.filter((step) => step.status === 'failed'), against: steps.find((step) => step.id === 'selection').detail.against,
  };
}

verify().then(say, (error) => say({ error: String(error) }));
"""


def make(folder, units, ri):
    folder = Path(folder)
    numbers = random.Random(20261123)
    districts = [f"{name}区" for name in ("和平", "沈河", "大东", "皇姑", "铁西", "苏家屯", "浑南", "沈北", "于洪", "辽中")]
    with open(folder / "frame.tsv", "w", encoding="utf-8", newline="\n") as frame:
        for number in range(units):
            stratum = f"{numbers.choice(districts)}/{numbers.choice('CFGHIKLO')}"
            standing = "resting" if numbers.random() < 0.03 else "drawable"
            frame.write(f"91210100{number:010d}\t{stratum}\t{numbers.choice('AABBBCCD')}\t{standing}\n")
    key, value = (hashlib.sha256(text.encode()).hexdigest() for text in ("frame key", "value"))
    design = '{"kind":"rates","rates":{"A":"0.01","B":"0.03","C":"0.05","D":"0.1"},"minimumPerStratum":10,"reservesPerCell":3}'
    (folder / "key.txt").write_text(key + "\n")
    (folder / "design.json").write_text(design)

    def run(*arguments):
        return subprocess.run([*ri, *map(str, arguments)], check=True, capture_output=True, text=True).stdout.split("\n")[0]

    opening = json.dumps(
        {
            "specification": "random-inspection-draw/1", "draw": "million", "attempt": 1, "hash": "sha-256",
            "tasks": [{
                "id": "task-1", "frameRoot": run("root", folder / "frame.tsv", "--key", key), "frameSize": units,
                "designDigest": hashlib.sha256(design.encode()).hexdigest(),
            }],
            "parties": [{"party": "host", "role": "drawing", "kind": "system"}],
        },
        separators=(",", ":"),
    )
    (folder / "opening.json").write_text(opening)
    seed = run("seed", "--opening", folder / "opening.json", "--contribution", f"host:system:{value}")
    run("draw", "--frame", folder / "frame.tsv", "--design", folder / "design.json", "--seed", seed, "--out", folder / "result.json")
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))

    def flags_of(cell):
        if cell["drawable"] > 0 and int(cell["expectedNano"]) == cell["drawable"] * 10**9:
            yield "certain"
        if cell["expectedNano"] == "0":
            yield "never"
        if cell["drawable"] < 3:
            yield "small"

    record = {
        "format": "random-inspection-record/1", "view": "auditor", "outcome": "drawn", "opening": opening, "openedAt": "2026-03-02T01:00:00Z",
        "commitments": [], "contributions": [{"party": "host", "kind": "system", "value": value, "at": "2026-03-02T01:01:00Z"}], "struck": [],
        "void": None, "seed": seed, "drawnAt": "2026-03-02T01:02:00Z", "assurance": "operator", "breakOff": False,
        "tasks": [{
            "id": "task-1", "design": design, **result,
            "flags": [{"stratum": c["stratum"], "class": c["class"], "flag": flag} for c in result["cells"] for flag in flags_of(c)],
            "directory": {"version": 1, "criteria": "", "leftOut": {}},
        }],
    }
    (folder / "record.json").write_text(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{units} units, {len(result['cells'])} cells, {len(result['selected'])} selected, {(folder / 'frame.tsv').stat().st_size} bytes of frame")


class Site(http.server.BaseHTTPRequestHandler):
    def __init__(self, folders, results, *arguments):
        self.folders, self.results = folders, results
        super().__init__(*arguments)

    def log_message(self, *_):
        pass

    def do_GET(self):
        parts = self.path.strip("/").split("/")
        if parts == [""]:
            body, kind = PAGE.encode(), "text/html"
        elif parts == ["bench.mjs"]:
            body, kind = SCRIPT.encode(), "text/javascript"
        elif len(parts) == 2 and parts[0] in self.folders and (self.folders[parts[0]] / parts[1]).is_file():
            body, kind = (self.folders[parts[0]] / parts[1]).read_bytes(), "text/javascript" if parts[1].endswith(".mjs") else "text/plain"
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.results.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()
        self.server.answered.set()


def processor_time(session):
    """Milliseconds of processor time that all processes of a session have taken so far (Linux)."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()  # behind the name: state, parent, group, session, …
        except OSError:
            continue  # it has ended
        if int(fields[3]) == session:
            ticks += int(fields[11]) + int(fields[12])
    return round(1000 * ticks / os.sysconf("SC_CLK_TCK"))


def serve(folder, modules, runs):
    results = []
    site = functools.partial(Site, {"data": Path(folder), "verify": Path(modules)}, results)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for _ in range(runs):
        server.answered = threading.Event()
        profile = tempfile.mkdtemp(prefix="ri-million-")
        browser = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-proxy-server", "--disable-background-networking",
             "--remote-debugging-port=0", f"--user-data-dir={profile}", f"http://127.0.0.1:{server.server_port}/"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )
        try:
            if not server.answered.wait(600) or "error" in results[-1]:
                sys.exit(f"the browser did not verify: {results[-1] if results else 'no answer'}")
            results[-1]["cpu"] = processor_time(browser.pid)
        finally:
            browser.terminate()
            browser.wait()
            shutil.rmtree(profile, ignore_errors=True)
        print(json.dumps(results[-1]), flush=True)
    server.shutdown()


def timed(path, command):
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with open(path, "a") as times:
        times.write(json.dumps({"ms": round(1000 * (time.monotonic() - started)), "cpu": round(1000 * cpu), "kb": after.ru_maxrss}) + "\n")


def page(folder, before, after, old):
    folder = Path(folder)
    runs = {name: [json.loads(line) for line in (folder / f"{name}.txt").read_text().splitlines()] for name in ("browser", "python", "ri")}
    middle = {name: statistics.median(run["ms"] for run in of) for name, of in runs.items()}
    browser = runs["browser"]
    failed = [run for run in browser if run["failed"] or run["against"] != "frame"]
    if failed:
        sys.exit(f"a run did not verify against the frame: {failed[0]['failed']}")
    held = "held" if middle["browser"] <= 10_000 else "missed"
    print("# Verifiers, measured\n\n## A million units\n")
    print(f"{(folder / 'draw.txt').read_text().strip()}; made by `eng/verify-million.sh`, not written by hand. Each verifies the auditor's record with frame and key, every step.\n")
    print("| Verifier | median of 3, ms | runs, ms | processor time, ms |\n| --- | ---: | ---: | ---: |")
    names = {"browser": "JavaScript, in a worker of Chromium (processor time: the whole browser)", "ri": "`ri verify`, with its start", "python": "`verify.py`, with its start"}
    for name in ("browser", "ri", "python"):
        cpu = statistics.median(run["cpu"] for run in runs[name])
        print(f"| {names[name]} | {middle[name]:,.0f} | {', '.join(format(run['ms'], ',') for run in runs[name])} | {cpu:,.0f} |")
    print(f"\nAim: a million units in the browser in 10,000 ms: {held}. The page reported progress {min(run['progress'] for run in browser)} times; its own pulse, every 10 ms, paused {max(run['pause'] for run in browser)} ms at most.\n")
    print(f"- Date: {time.strftime('%Y-%m-%d %H:%M UTC', time.gmtime())}")
    print(f"- Machine: {os.cpu_count()} logical processors, {os.uname().sysname}; {browser[0]['browser'].split('Chrome/')[-1].split(' ')[0]} of Chromium, Python {sys.version.split()[0]}")
    print(f"- Load average (1, 5, 15 minutes): {before} before, {after} after. On a machine that is shared, time on the clock grows with the load; processor time does not.\n")
    kept = Path(old).read_text(encoding="utf-8") if Path(old).exists() else ""
    if "## Changed documents" in kept:
        print(kept[kept.index("## Changed documents"):].rstrip())


if sys.argv[1] == "make":
    make(sys.argv[2], int(sys.argv[3]), sys.argv[4:])
elif sys.argv[1] == "time":
    timed(sys.argv[2], sys.argv[3:])
elif sys.argv[1] == "page":
    page(*sys.argv[2:])
else:
    serve(sys.argv[2], sys.argv[3], int(sys.argv[4]))
