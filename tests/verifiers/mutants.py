"""What verify.py says of the changed documents that mutants.mjs made: a JSON list of lists of failed steps.

    python3 mutants.py FOLDER
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent.parent / "vectors"))

import verify  # noqa: E402


def changed(document, case):
    copy = bytearray(document)
    copy[case["at"]] = case["byte"]
    return bytes(copy)


folder = Path(sys.argv[1])
manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
bases = manifest["bases"]
for base in bases.values():
    base["document"] = (folder / base["record"]).read_bytes()
    for frame in base["frames"]:
        frame["bytes"] = (folder / frame["file"]).read_bytes()

said = []
for case in manifest["cases"]:
    base, target = bases[case["base"]], case.get("target")
    if "text" in case:
        record = case["text"].encode("utf-8")
    else:
        record = changed(base["document"], case) if target == "record" else base["document"]
    frames = [(changed(frame["bytes"], case) if target == i else frame["bytes"], frame["key"]) for i, frame in enumerate(base["frames"])]
    said.append(verify.verify_record(record, frames).failed)
json.dump(said, sys.stdout)
