#!/usr/bin/env python3
"""Verifies the addendum of a task's list, replacements.json, against the record of one of its draws.

    verify_replacements.py record.json replacements.json [--frame frame.tsv]

The record itself is verify.py's to check. Exit code 0: verified, 1: not verified, 2: bad input.
The rules are those of docs/replacements-format.md, the strict reading is verify.py's.
"""

import argparse
import sys
from collections import deque
from datetime import date
from pathlib import Path

import verify
from verify import HASHES, HEX32, NAME, SOME, Refusal, in_order, integer, list_of, moment, nullable, one_of, ticket_of

GROUND = one_of("deregistered", "revoked", "movedOut", "notReached")


def day(value, path):
    verify.text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")(value, path)
    try:
        date.fromisoformat(value)
    except ValueError:
        raise Refusal("value", path=path, found=value, wanted="2026-03-02") from None
    return value


UNIT = in_order(ticket=HEX32, id=SOME)
ADDENDUM = in_order(
    format=one_of("random-inspection-replacements/1"),
    task=NAME,
    draws=list_of(in_order(draw=NAME, supplements=nullable(NAME), covers=list_of(integer(1)), record=HEX32), least=1),
    changes=list_of(
        in_order(
            number=integer(1), draw=NAME, goes=UNIT, ground=GROUND, directory=integer(), attempts=list_of(day),
            passedOver=list_of(in_order(ticket=HEX32, id=SOME, ground=GROUND)), comes=nullable(UNIT), at=moment,
        )
    ),
)


def after(change):
    """Who was passed over, then who came."""
    return change["passedOver"] + ([change["comes"]] if change["comes"] else [])


def check_order(addendum, changes, selected):
    for i, change in enumerate(addendum["changes"]):
        earlier = addendum["changes"][:i]
        if earlier and verify.is_before(change["at"], earlier[-1]["at"]) or change["number"] in [e["number"] for e in earlier]:
            raise Refusal("replacements-order", number=change["number"])
    standing = {unit["id"] for unit in selected}
    named = set(standing)
    for change in changes:
        if change["goes"]["id"] not in standing:
            raise Refusal("replacements-not-on-list", id=change["goes"]["id"])
        standing.remove(change["goes"]["id"])
        last = change["goes"]["ticket"]
        for unit in after(change):
            if unit["id"] in named or unit["ticket"] < last:
                raise Refusal("replacements-named-before" if unit["id"] in named else "replacements-ticket-order", id=unit["id"])
            named.add(unit["id"])
            last = unit["ticket"]
        if change["comes"]:
            standing.add(change["comes"]["id"])
        tried = len(set(change["attempts"])) >= 2 if change["ground"] == "notReached" else not change["attempts"]
        if not tried or any(passed["ground"] == "notReached" for passed in change["passedOver"]):
            raise Refusal("replacements-ground", number=change["number"])


def check_reserves(changes, reserves, units):
    cells = {unit["id"]: (unit["stratum"], unit["class"]) for unit in [*reserves, *units]}
    waiting = {}
    for reserve in reserves:
        waiting.setdefault(cells[reserve["id"]], deque()).append(reserve["id"])
    for change in changes:
        # Without the frame the cell of a selected unit is not known; that of who came then stands in for it.
        spent = [unit["id"] for unit in after(change)]
        cell = next((cells[name] for name in [change["goes"]["id"], *spent] if name in cells), None)
        for name in spent:
            if not waiting.get(cell) or waiting[cell].popleft() != name:
                raise Refusal("replacements-next", id=name)
        if not change["comes"] and waiting.get(cell):
            raise Refusal("replacements-left", number=change["number"])


def check(record_bytes, addendum_bytes, frame=None):
    """The checks that the record's view allows, by name; the first that fails raises."""
    record = verify.read_record(record_bytes)
    addendum = ADDENDUM(verify.read_json(addendum_bytes, compact=True), "")
    opening = verify.read_opening(record["opening"].encode())
    H = HASHES[opening["hash"]]
    task = next((t for t in record.get("tasks", []) if t["id"] == addendum["task"]), None)
    named = [draw for draw in addendum["draws"] if draw["draw"] == opening["draw"]]
    if not task or len(named) != 1 or [draw["supplements"] for draw in addendum["draws"]].count(None) != 1:
        raise Refusal("replacements-draws", draw=opening["draw"], task=addendum["task"])
    if named[0]["record"] != (record.get("auditorDigest") or H(record_bytes).hex()):
        raise Refusal("replacements-record", draw=opening["draw"])
    changes = [change for change in addendum["changes"] if change["draw"] == opening["draw"]]
    for unit in [unit for change in changes for unit in [change["goes"], *after(change)]]:
        if not verify.is_id(unit["id"]) or ticket_of(H, record["seed"], unit["id"]) != unit["ticket"]:
            raise Refusal("ticket", id=unit["id"])
    check_order(addendum, changes, task["selected"])
    done = ["record", "tickets", "order"]
    if record["view"] == "auditor":
        check_reserves(changes, task["reserves"], verify.read_frame(frame) if frame is not None else [])
        done.append("reserves")
    return done


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("record", type=Path)
    parser.add_argument("replacements", type=Path)
    parser.add_argument("--frame", type=Path)
    given = parser.parse_args()
    try:
        frame = given.frame.read_bytes() if given.frame else None
        for name in check(given.record.read_bytes(), given.replacements.read_bytes(), frame):
            print(f"ok   {name}")
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    except Refusal as refusal:
        print(f"FAIL {refusal.problem} {refusal.values}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
