"""A seed from the host's own value alone, as .NET writes its record."""

import hashlib
import json
import unittest
from pathlib import Path

import verify

RECORDS = Path(__file__).parent / "records"
KEY = hashlib.sha256(b"frame key").hexdigest()


def document(value):
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


class System(unittest.TestCase):
    def setUp(self):
        self.auditor = json.loads((RECORDS / "system.auditor.json").read_bytes())

    def failed(self, **change):
        return [name for name, _, status, _ in verify.verify_record(document({**self.auditor, **change})).steps if status == "failed"]

    def test_both_views_verified(self):
        self.assertEqual(verify.verify_record((RECORDS / "system.public.json").read_bytes()).failed, [])
        frame = (RECORDS / "system.frame.tsv").read_bytes()
        self.assertEqual(verify.verify_record((RECORDS / "system.auditor.json").read_bytes(), [(frame, KEY)]).failed, [])

    def test_more_than_it_is(self):
        value = self.auditor["contributions"][0]
        self.assertEqual(self.failed(assurance="witnessed"), ["assurance"])
        self.assertEqual(self.failed(breakOff=True), ["assurance"])
        self.assertEqual(self.failed(contributions=[{**value, "at": "2026-11-23T03:00:00.1Z"}]), ["times"])
        self.assertEqual(self.failed(contributions=[{**value, "at": "2026-11-23T00:59:59Z"}]), ["times"])


if __name__ == "__main__":
    unittest.main()
