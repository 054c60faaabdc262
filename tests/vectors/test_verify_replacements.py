"""Tests of verify_replacements.py: an addendum made from a vector's reserves, then spoilt in every way."""

import unittest

import verify
import verify_replacements
from test_verify import NAMES, Sample, changed, document


def with_reserves():
    """A vector that has two reserves in one cell, and a selected unit of that cell."""
    for name in NAMES:
        sample = Sample(name)
        task = sample.auditor["tasks"][0]
        cells = {line.split("\t")[0]: tuple(line.split("\t")[1:3]) for line in sample.lines}
        for unit in task["selected"]:
            own = [r for r in task["reserves"] if (r["stratum"], r["class"]) == cells[unit["id"]]]
            others = [r for r in task["reserves"] if (r["stratum"], r["class"]) != cells[unit["id"]] and r["ticket"] > unit["ticket"]]
            if len(own) >= 2 and others:
                return sample, unit, own, others[0]
    raise AssertionError("no vector has two reserves in a cell")


def short(unit):
    return {"ticket": unit["ticket"], "id": unit["id"]}


class Addendum(unittest.TestCase):
    def setUp(self):
        self.sample, self.unit, self.own, self.other = with_reserves()
        self.record = document(self.sample.auditor)
        change = {
            "number": 2, "draw": self.draw(), "goes": short(self.unit), "ground": "revoked", "directory": 4, "attempts": [],
            "passedOver": [{**short(self.own[0]), "ground": "movedOut"}], "comes": short(self.own[1]), "at": "2026-03-03T01:00:00Z",
        }
        self.good = {
            "format": "random-inspection-replacements/1", "task": self.sample.opened["id"],
            "draws": [{"draw": self.draw(), "supplements": None, "covers": [], "record": self.sample.H(self.record).hex()}],
            "changes": [change],
        }

    def draw(self):
        return verify.read_opening(self.sample.head["opening"].encode())["draw"]

    def problem(self, change, record=None, frame=True):
        with self.assertRaises(verify.Refusal) as raised:
            verify_replacements.check(record or self.record, document(changed(self.good, change)), self.sample.frame if frame else None)
        return raised.exception.problem

    def test_check_good_every_view_verifies(self):
        everything = ["record", "tickets", "order", "reserves"]
        self.assertEqual(everything, verify_replacements.check(self.record, document(self.good), self.sample.frame))
        self.assertEqual(everything, verify_replacements.check(self.record, document(self.good)))
        self.assertEqual(everything[:3], verify_replacements.check(document(self.sample.public), document(self.good)))

    def test_check_spoilt_refused(self):
        cases = {
            "replacements-record": lambda a: a["draws"][0].update(record="0" * 64),
            "replacements-draws": lambda a: a.update(task="another"),
            "ticket": lambda a: a["changes"][0]["comes"].update(ticket=self.unit["ticket"]),
            "replacements-not-on-list": lambda a: a["changes"][0].update(goes=short(self.own[1])),
            "replacements-named-before": lambda a: a["changes"][0].update(comes=short(self.own[0])),
            "replacements-ground": lambda a: a["changes"][0].update(ground="notReached"),
            "replacements-order": lambda a: a["changes"].append(a["changes"][0]),
            "replacements-next": lambda a: a["changes"][0].update(passedOver=[], comes=short(self.other)),
            "replacements-left": lambda a: a["changes"][0].update(passedOver=[], comes=None),
            "member-unknown": lambda a: a.update(classes=[]),
            "member-missing": lambda a: a["changes"][0].pop("directory"),
            "value": lambda a: a["changes"][0].update(attempts=["2026-02-30"]),
        }
        for problem, change in cases.items():
            with self.subTest(problem):
                self.assertEqual(problem, self.problem(change))

    def test_check_next_reserve_skipped_refused_without_frame_too(self):
        self.assertEqual("replacements-next", self.problem(lambda a: a["changes"][0].update(passedOver=[]), frame=False))

    def test_check_not_reached_one_day_refused(self):
        def once(addendum):
            addendum["changes"][0].update(ground="notReached", attempts=["2026-03-02", "2026-03-02"])

        self.assertEqual("replacements-ground", self.problem(once))


if __name__ == "__main__":
    unittest.main()
