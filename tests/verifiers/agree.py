"""What verify.py says of the cases that agreement.test.mjs sends: JSON on standard input, JSON on standard output."""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent.parent / "vectors"))

import verify  # noqa: E402


def of_record(case):
    frames = [(frame.encode(), key) for frame, key in case["frames"]]
    return verify.verify_record(case["record"].encode("utf-8", "surrogateescape"), frames).failed


def of_draw(case):
    H = verify.HASHES[case["hash"]]
    try:
        units = verify.read_frame(case["frame"].encode())
        design = verify.read_design(case["design"].encode())
        cells = verify.cells_of(units)
        expected = verify.expected_counts(design, cells)
    except verify.Refusal as refusal:
        return {"problem": refusal.problem}
    sizes = verify.round_sizes(H, case["seed"], cells, expected)
    selected, reserves, cutoffs = verify.select(H, case["seed"], units, cells, expected, sizes, design.get("reservesPerCell", 0))
    return {
        "root": verify.frame_root(H, case["seed"], units),
        "cells": [{**c, "expectedNano": str(e), "size": s, "cutoff": t} for c, e, s, t in zip(cells, expected, sizes, cutoffs)],
        "selected": selected,
        "reserves": reserves,
    }


given = json.load(sys.stdin)
json.dump({"records": [of_record(case) for case in given["records"]], "draws": [of_draw(case) for case in given["draws"]]}, sys.stdout)
