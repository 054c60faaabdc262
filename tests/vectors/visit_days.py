#!/usr/bin/env python3
"""The days of visits (random-inspection-visit-days/1), computed again from the frozen days and the match's seed; docs/visit-days.md.

  visit_days.py days.json SEED [drawn.json]    prints each visit's day; with drawn.json, as `ri days` writes it, says whether it is the same
  visit_days.py --answer SEED VISIT COUNT      the place, from 0, that is drawn of COUNT days
"""
import hashlib
import json
import sys


def place(seed, visit, count):
    """Of count days, the place of the one drawn: tickets until one is below the largest multiple of count that 64 bits hold."""
    k = 0
    while True:
        ticket = hashlib.sha256(f"random-inspection-visit-day/1\n{seed}\n{visit}\n{k}".encode()).digest()
        word = int.from_bytes(ticket[:8], "big")
        if word < 2**64 // count * count:
            return word % count
        k += 1


def drawn(document, seed):
    if document["format"] != "random-inspection-visit-days/1" or document["days"] != sorted(set(document["days"])):
        raise ValueError("no document of random-inspection-visit-days/1 with its days in order")
    found = {}
    for window in document["visits"]:
        days = [day for day in document["days"] if window["from"] <= day <= window["to"]]
        found[window["visit"]] = days[place(seed, window["visit"], len(days))]
    return dict(sorted(found.items()))


def main(arguments):
    if arguments[:1] == ["--answer"]:
        print(place(arguments[1], arguments[2], int(arguments[3])))
        return 0
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        found = drawn(json.load(file), arguments[1])
    if len(arguments) == 2:
        print(json.dumps(found, indent=1))
        return 0
    with open(arguments[2], encoding="utf-8") as file:
        same = json.load(file)["days"] == found
    print("verified" if same else "NOT VERIFIED", arguments[2])
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
