"""Tests of verify_match.py: every instance, and that no changed result passes. Run them with: python3 -m unittest discover -s tests/vectors"""

import contextlib
import hashlib
import io
import itertools
import json
import unittest
from pathlib import Path
from unittest import mock

import verify_match

HERE = Path(__file__).parent
VECTORS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "matching").glob("*.json"))}


def result_of(problem, seed, factor=3):
    """A result document of a problem that is not short, as another implementation would write it."""
    match = verify_match.Match(problem, seed)
    result = match.run(factor)
    teams = []
    for at, visit in enumerate(match.problem["visits"]):
        for place, need in enumerate(visit["teams"]):
            team = match.number[at, place]
            pool = len([i for i in match.pool[team] if i not in match.out[team]])
            small = {"hardlyRandom": True} if pool < max(3, 2 * need["count"]) else {}
            teams.append({**result["teams"][len(teams)], "pool": pool, **small})
    report = verify_match.report(match)
    for entry in report["classes"]:
        entry["largestChance"] = list(entry["largestChance"].as_integer_ratio())
    return {**result, "teams": teams, "short": None, "report": report, "digest": verify_match.digest(result)}


class Instances(unittest.TestCase):
    def test_every_instance_is_as_known(self):
        with contextlib.redirect_stdout(io.StringIO()) as output:
            verify_match.run_vectors(HERE / "matching")
        self.assertEqual(len(VECTORS), len(output.getvalue().splitlines()))


class Changed(unittest.TestCase):
    def setUp(self):
        self.problem = VECTORS["B17_medium"]["problem"]
        self.result = result_of(self.problem, hashlib.sha256(b"changed").hexdigest())

    def refused(self, verify, change):
        copy = json.loads(json.dumps(self.result))
        change(copy)
        copy["digest"] = verify_match.digest(verify_match.counted(copy))
        with self.assertRaises(verify_match.Wrong):
            verify(self.problem, copy)

    def test_unchanged_passes(self):
        verify_match.recompute(self.problem, self.result)
        verify_match.check(self.problem, self.result)

    def test_other_seed(self):
        self.refused(verify_match.recompute, lambda r: r.update(seed="0" * 64))

    def test_two_inspectors_exchanged(self):
        def change(result):
            x, y = next((x, y) for x in result["teams"] for y in result["teams"] if x["visit"] < y["visit"] and not set(x["inspectors"]) & set(y["inspectors"]))
            x["inspectors"][0], y["inspectors"][0] = y["inspectors"][0], x["inspectors"][0]
            x["inspectors"].sort(), y["inspectors"].sort()

        self.refused(verify_match.recompute, change)

    def test_every_counted_part_of_the_report(self):
        for member, wrong in (("squareSum", 1), ("movableSeats", 1), ("keptSeats", 99), ("forced", [{}]), ("classes", [])):
            with self.subTest(member):
                self.refused(verify_match.recompute, lambda r: r["report"].update({member: wrong}))

    def test_check_alone(self):
        first = lambda r: r["teams"][0]
        for name, change in {
            "seat left empty": lambda r: (first(r)["inspectors"].pop(), first(r).update(missing=1)),
            "somebody twice": lambda r: first(r)["inspectors"].__setitem__(0, first(r)["inspectors"][-1]),
            "unknown inspector": lambda r: first(r)["inspectors"].__setitem__(0, "nobody"),
            "level": lambda r: r["levels"].update({next(iter(r["levels"])): 99}),
            "pool": lambda r: first(r).update(pool=99),
            "problem": lambda r: r.update(problem="0" * 64),
            "short without empty seats": lambda r: r.update(short={"missing": 0, "parts": []}),
        }.items():
            with self.subTest(name):
                self.refused(verify_match.check, change)


class Interchangeable(unittest.TestCase):
    """Equal chances, exactly: over all orders of the inspectors, with everything else random held fixed, those who differ in id only sit as often."""

    PROBLEM = {
        "visits": [
            {"id": "V1", "teams": [{"department": "D", "count": 2}]},
            {"id": "V2", "teams": [{"department": "D", "count": 1, "qualifications": ["A"]}]},
            {"id": "V3", "teams": [{"department": "D", "count": 1, "regions": ["R"]}, {"department": "D", "count": 1, "qualifications": ["A"]}]},
        ],
        "inspectors": [
            *({"id": f"alike{i}", "department": "D", "regions": ["R"], "qualifications": ["A"], "capacity": 2} for i in range(3)),
            {"id": "other1", "department": "D", "regions": ["R"], "capacity": 1},
            {"id": "other2", "department": "D", "regions": ["S"], "qualifications": ["A"], "prior": 1},
        ],
        "exclusions": [{"visit": "V1", "inspector": "other1", "code": "RI3002"}],
    }

    def test_every_order_of_inspectors(self):
        for policy in ("balanced", "capacityOnly"):
            for seed in ("2" * 64, "3" * 64):
                with self.subTest(policy=policy, seed=seed):
                    problem, tally = {**self.PROBLEM, "loadPolicy": policy}, {}
                    for order in itertools.permutations(range(5)):
                        for team in self.matched(problem, seed, order)["teams"]:
                            for i in team["inspectors"]:
                                tally[team["visit"], i] = tally.get((team["visit"], i), 0) + 1
                    for visit in ("V1", "V2", "V3"):
                        self.assertEqual(1, len({tally.get((visit, f"alike{i}"), 0) for i in range(3)}), tally)

    @staticmethod
    def matched(problem, seed, order):
        shuffle, calls = verify_match.Stream.shuffle, []

        def ordered(stream, count):
            calls.append(count)
            numbers = shuffle(stream, count)
            return list(order) if len(calls) == 2 else numbers  # visits, inspectors, classes

        with mock.patch.object(verify_match.Stream, "shuffle", ordered):
            return verify_match.Match(problem, seed).run(1)


class Uneven(unittest.TestCase):
    def test_feasible_but_not_balanced_is_refused(self):
        team = lambda v: {"id": v, "teams": [{"department": "D", "count": 1}]}
        problem = {"visits": [team("V1"), team("V2")], "inspectors": [{"id": "O1", "department": "D"}, {"id": "O2", "department": "D"}]}
        result = result_of(problem, "1" * 64)
        for entry in result["teams"]:
            entry["inspectors"] = ["O1"]
        result["levels"] = {"O1": 2, "O2": 0}
        result["report"]["squareSum"] = 4
        result["digest"] = verify_match.digest(verify_match.counted(result))
        with self.assertRaisesRegex(verify_match.Wrong, "more even"):
            verify_match.check(problem, result)


if __name__ == "__main__":
    unittest.main()
