"""Tests of verify.py: every vector, the three views of records made from them, strictness, tampering, signatures."""

import contextlib
import hashlib
import io
import json
import re
import tempfile
import unittest
from pathlib import Path

import verify

HERE = Path(__file__).parent
VECTORS = HERE / "draw"
NAMES = sorted(path.name[: -len(".opening.json")] for path in VECTORS.glob("*.opening.json"))


def document(value):
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def changed(value, change):
    copy = json.loads(json.dumps(value))
    change(copy)
    return copy


class Sample:
    """A vector as a record, in its three views. Hashes and proofs come from hashlib here, not from verify.py."""

    def __init__(self, name):
        vector = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
        self.hash = {"sha-256": "sha256"}.get(vector["hash"], vector["hash"])
        self.key = vector["frameKey"]
        self.frame = (VECTORS / f"{name}.frame.tsv").read_bytes()
        self.lines = [line.decode() for line in self.frame.split(b"\n")[:-1]]
        result = vector["result"]
        self.cells = result["cells"]
        self.seed = vector["seed"]
        opening = (VECTORS / f"{name}.opening.json").read_text(encoding="utf-8")
        self.opened = json.loads(opening)["tasks"][0]
        at = "2026-03-02T01:{:02}:00Z".format
        self.head = {
            "outcome": "drawn",
            "opening": opening,
            "openedAt": at(0),
            "commitments": [
                {"party": item["party"], "commitment": item["commitment"], "at": at(1), "signature": None}
                for item in vector["contributions"]
                if item["commitment"]
            ],
            "contributions": [
                {"party": item["party"], "kind": item["kind"], "value": item["value"], "at": at(10 + i)}
                for i, item in enumerate(vector["contributions"])
            ],
            "struck": [],
            "void": None,
            "seed": self.seed,
            "drawnAt": at(30),
            "assurance": "operator",
            "breakOff": {"committed"} == {item["kind"] for item in vector["contributions"]},
        }
        flags = []
        for cell in self.cells:
            place = {"stratum": cell["stratum"], "class": cell["class"]}
            if cell["drawable"] and int(cell["expectedNano"]) == cell["drawable"] * 10**9:
                flags.append({**place, "flag": "certain"})
            if cell["expectedNano"] == "0":
                flags.append({**place, "flag": "never"})
            if cell["drawable"] < 3:
                flags.append({**place, "flag": "small"})
        design = (VECTORS / f"{name}.design.json").read_text(encoding="utf-8")
        directory = {"version": 3, "criteria": "登记状态=存续", "leftOut": {"deregistered": 2}}
        task = {"id": self.opened["id"], "design": design, **result, "flags": flags, "directory": directory}
        self.auditor = {"format": "random-inspection-record/1", "view": "auditor", **self.head, "tasks": [task]}
        self.shown = {**self.auditor, "view": "public"}
        del self.shown["tasks"]
        self.shown["auditorDigest"] = self.H(document(self.auditor)).hex()
        cells = [{k: v for k, v in cell.items() if k != "cutoff"} for cell in self.cells]
        public_task = {"id": task["id"], "design": design, "cells": cells, "selected": result["selected"], "flags": flags}
        self.public = {**self.shown, "tasks": [public_task]}

    def H(self, data):
        return hashlib.new(self.hash, data).digest() if self.hash != "sm3" else verify.HASHES["sm3"](data)

    def salt(self, line):
        return self.H((self.key + line.split("\t")[0]).encode()).hex()[:32]

    def tree(self, leaves):
        if len(leaves) == 1:
            return self.H(b"\0" + leaves[0])
        k = 1 << (len(leaves) - 1).bit_length() - 1
        return self.H(b"\1" + self.tree(leaves[:k]) + self.tree(leaves[k:]))

    def path(self, m, leaves):
        if len(leaves) == 1:
            return []
        k = 1 << (len(leaves) - 1).bit_length() - 1
        if m < k:
            return self.path(m, leaves[:k]) + [self.tree(leaves[k:])]
        return self.path(m - k, leaves[k:]) + [self.tree(leaves[:k])]

    def subject(self, index):
        line = self.lines[index]
        unit_id, stratum, name, standing = line.split("\t")
        leaves = [f"{self.salt(each)}\t{each}".encode() for each in self.lines]
        cutoff = next(c["cutoff"] for c in self.cells if (c["stratum"], c["class"]) == (stratum, name))
        ticket = self.H((self.seed + unit_id).encode()).hex()
        own = {
            "task": self.opened["id"],
            "line": {"id": unit_id, "stratum": stratum, "class": name, "standing": standing},
            "salt": self.salt(line),
            "leafIndex": index,
            "frameSize": len(leaves),
            "frameRoot": self.opened["frameRoot"],
            "proof": [node.hex() for node in self.path(index, leaves)],
            "cutoff": cutoff,
            "ticket": ticket,
            "drawn": standing == "drawable" and cutoff is not None and ticket <= cutoff,
        }
        return {**self.shown, "view": "subject", "subject": own}


class Hashes(unittest.TestCase):
    def test_sm3_published_answers_and_every_padding(self):
        self.assertEqual(verify.sm3(b"abc").hex(), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
        self.assertEqual(verify.sm3(b"abcd" * 16).hex(), "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")
        if verify.has_sm3():
            for length in range(200):
                self.assertEqual(verify.sm3(b"x" * length), verify.hashlib_sm3(b"x" * length))

    def test_tree_hash_level_by_level_is_the_recursion_of_the_rfc(self):
        sample = Sample("pub-small")
        H = verify.HASHES["sha-256"]
        for size in range(1, 40):
            leaves = [bytes([i]) for i in range(size)]
            self.assertEqual(verify.tree_hash(H, [verify.leaf_hash(H, leaf) for leaf in leaves]), sample.tree(leaves))
        self.assertEqual(verify.tree_hash(H, []), hashlib.sha256(b"").digest())


class Vectors(unittest.TestCase):
    def test_every_vector_recomputed(self):
        self.assertGreaterEqual(len(NAMES), 14)
        for name in NAMES:
            with self.subTest(name):
                verify.verify_vector(VECTORS, name)

    def test_every_vector_as_a_record_in_three_views(self):
        for name in NAMES:
            with self.subTest(name):
                sample = Sample(name)
                for view in (sample.auditor, sample.public):
                    for frames in ([], [(sample.frame, sample.key)]):
                        self.assertEqual(verify.verify_record(document(view), frames).failed, [])
                for index in {0, len(sample.lines) // 2, len(sample.lines) - 1}:
                    self.assertEqual(verify.verify_record(document(sample.subject(index))).failed, [])


class Match(unittest.TestCase):
    """The record of a match, as .NET writes it: everything is verified but the teams, whose problem is sealed."""

    def setUp(self):
        self.files = {view: (HERE / "records" / f"match.{view}.json").read_bytes() for view in ("auditor", "public")}
        self.auditor = json.loads(self.files["auditor"])

    def failed(self, record):
        return [(name, detail["problem"]) for name, _, status, detail in verify.verify_record(document(record)).steps if status == "failed"]

    def test_both_views_verified_with_the_teams_skipped(self):
        for data in self.files.values():
            verification = verify.verify_record(data)
            self.assertEqual(verification.failed, [])
            steps = {name: (status, detail) for name, _, status, detail in verification.steps}
            for name in ("opening", "commitments", "signatures", "contributions", "times", "seed", "assurance", "matches"):
                self.assertEqual(steps[name][0], "ok", name)
            self.assertEqual(steps["match"][0], "skipped")
            self.assertIn("ri match", steps["match"][1])
            self.assertIn(self.auditor["matches"][0]["resultDigest"], steps["match"][1])

    def test_ids_other_than_the_openings(self):
        match = self.auditor["matches"][0]
        for matches in ([], [{**match, "id": "T2"}], [match, match]):
            self.assertEqual(self.failed({**self.auditor, "matches": matches}), [("matches", "matches-differ")])
        without = {name: value for name, value in self.auditor.items() if name != "matches"}
        self.assertEqual(self.failed(without), [("matches", "matches-differ")])
        self.assertIn(("matches", "matches-differ"), self.failed({**Sample("pub-small").auditor, "matches": [match]}))

    def test_opening_with_draws_too(self):
        opening = json.loads(self.auditor["opening"])
        opening["tasks"].append({"id": "T9", "frameRoot": "a" * 64, "frameSize": 1, "designDigest": "b" * 64})
        self.assertEqual(self.failed({**self.auditor, "opening": json.dumps(opening)})[0], ("opening", "opening-mixed"))

    def test_seed_changed(self):
        self.assertEqual(self.failed({**self.auditor, "seed": "0" * 64}), [("seed", "seed-differs")])


class Strictness(unittest.TestCase):
    def refuses(self, read, data, *problems):
        with self.assertRaises(verify.Refusal, msg=data) as caught:
            read(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        self.assertIn(caught.exception.problem, problems)

    def test_json(self):
        for data in ("", "{", "[1,]", "{} x", '"\t"', '"\\ud800"', "NaN", "1.0", "1e3", "-0", "01", "\ufeff{}", '{"a":1,"\\u0061":1}', "[" * 9999):
            self.refuses(verify.read_json, data, "json", "json-integer", "member-duplicate", "byte-order-mark", "not-utf8")
        self.refuses(verify.read_json, b'"\xc0\x80"', "not-utf8")

    def test_design(self):
        good = '{"kind":"fixed","size":5,"weights":{"A":1}}'
        verify.read_design(good.encode())
        for old, new, problem in (
            ('"size":5,', "", "member-missing"),
            ('"size":5', '"size":5,"size":5', "member-duplicate"),
            ('"size":5', '"size":5,"sizes":{}', "member-unknown"),
            ('"size":5', '"size":2147483648', "value"),
            ('"size":5', '"size":"5"', "value"),
            ('"size":5', '"size":true', "value"),
            ('"A":1', '"A":1000001', "value"),
            ("fixed", "Fixed", "value"),
        ):
            self.refuses(verify.read_design, good.replace(old, new), problem)
        for rate in ("", ".5", "0.", "1.1", "2", "00", "-0", "1e0", "0.1234567890", "٠"):
            self.refuses(verify.read_design, json.dumps({"kind": "rates", "rates": {"A": rate}}), "value")
        self.refuses(verify.read_design, '{"kind":"stratumSizes","sizes":{},"weights":{},"minimumPerStratum":1}', "member-unknown")

    def test_design_that_does_not_fit(self):
        cells = [{"stratum": "s", "class": "A", "population": 4, "drawable": 3}, {"stratum": "t", "class": "A", "population": 1, "drawable": 0}]
        for design, problem in (
            ({"kind": "fixed", "size": 4, "weights": {"A": 1}}, "design-size"),
            ({"kind": "fixed", "size": 1, "weights": {}}, "design-class"),
            ({"kind": "fixed", "size": 0, "weights": {"A": 1}, "minimumPerStratum": 1}, "design-minimum"),
            ({"kind": "stratumSizes", "sizes": {"s": 1}, "weights": {"A": 1}}, "design-stratum"),
            ({"kind": "rates", "rates": {"A": "1"}, "stratumRates": {"u": {}}}, "design-stratum"),
        ):
            read = verify.read_design(json.dumps(design).encode())
            with self.assertRaises(verify.Refusal) as caught:
                verify.expected_counts(read, cells)
            self.assertEqual(caught.exception.problem, problem)

    def test_opening(self):
        good = json.loads((VECTORS / "pub-small.opening.json").read_text())
        for change, problem in (
            (lambda o: o.pop("hash"), "member-missing"),
            (lambda o: o.update(note=""), "member-unknown"),
            (lambda o: o.update(hash="SM3"), "value"),
            (lambda o: o.update(attempt=2), "opening-previous"),
            (lambda o: o["tasks"].clear(), "value"),
            (lambda o: o["parties"].append(o["parties"][0]), "not-distinct"),
            (lambda o: o["parties"][2].update(kind="system"), "opening-system"),
            (lambda o: o["parties"][0].update(party="a:b"), "value"),
            (lambda o: o["parties"][0].update(party="x" * 65), "value"),
            (lambda o: o["parties"][2].update(outcomes=8), "value"),
            (lambda o: o.update(deadlines={"commit": "tomorrow", "reveal": "2026-03-02T01:00:00Z"}), "value"),
            (lambda o: o["tasks"][0].update(frameRoot=o["tasks"][0]["frameRoot"].upper()), "value"),
        ):
            self.refuses(verify.read_opening, json.dumps(changed(good, change)), problem)

    def test_frame(self):
        first = "a\ts\tA\tdrawable\n"
        for line, problem in (
            ("b\ts\tA\tdrawable", "frame-fields"),
            ("\n", "frame-fields"),
            ("b\ts\tA\tdrawable\r\n", "frame-standing"),
            ("a\ts\tA\tdrawable\n", "frame-duplicate"),
            ("A\ts\tA\tdrawable\n", "frame-order"),
            (":b\ts\tA\tdrawable\n", "frame-id"),
            ("b" * 56 + "\ts\tA\tdrawable\n", "frame-id"),
            ("b\te\u0301\tA\tdrawable\n", "frame-stratum"),
            ("b\ta\u200b\tA\tdrawable\n", "frame-stratum"),
            ("b\ta//b\tA\tdrawable\n", "frame-stratum"),
            ("b\t" + "/".join("abcdefghi") + "\tA\tdrawable\n", "frame-stratum"),
            ("b\ts\tA B\tdrawable\n", "frame-class"),
        ):
            self.refuses(verify.read_frame, first + line, problem)
        self.assertEqual(verify.read_frame(b""), [])

    def test_record_form(self):
        raw = document(Sample("pub-small").auditor).decode()
        for data, problem in (
            (raw.strip(), "json"),
            (raw + "\n", "json"),
            (raw.replace(",", ", ", 1), "json"),
            (raw.replace("登", "\\u767b"), "json"),
            (raw.replace('"struck":[]', '"struck":[],"note":1'), "member-unknown"),
            (raw.replace('"struck":[],"void":null', '"void":null,"struck":[]'), "member-order"),
            (raw.replace('"void":null,', ""), "member-missing"),
            (raw.replace("2026-03-02T01:00:00Z", "2026-02-29T01:00:00Z"), "value"),
            (raw.replace("2026-03-02T01:00:00Z", "2026-03-02T01:00:00.10Z"), "value"),
        ):
            self.assertNotEqual(data, raw)
            self.refuses(verify.read_record, data, problem)


def mutations(value, path=""):
    """Every value of a document changed in turn, every item of a list removed or doubled."""
    if isinstance(value, dict):
        for name, item in value.items():
            for where, other in mutations(item, f"{path}.{name}"):
                yield where, {**value, name: other}
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield f"{path}[{i}] removed", value[:i] + value[i + 1 :]
            yield f"{path}[{i}] doubled", value[:i] + [item] + value[i:]
            for where, other in mutations(item, f"{path}[{i}]"):
                yield where, value[:i] + [other] + value[i + 1 :]
    elif isinstance(value, bool):
        yield path, not value
    elif isinstance(value, int):
        yield path, value + 1
    elif value is None:
        yield path, "x"
    else:
        yield path, value[:-1] + ("2" if value[-1:] == "1" else "1")
        yield path, value + "0"
        yield path, None


class Tampering(unittest.TestCase):
    def test_any_byte_of_the_frame(self):
        sample = Sample("pub-small")
        record = document(sample.auditor)
        for i in range(len(sample.frame)):
            frame = bytearray(sample.frame)
            frame[i] ^= 1
            self.assertFalse(verify.verify_record(record, [(bytes(frame), sample.key)]).verified, i)

    def test_any_byte_of_the_record_by_its_digest(self):
        record = document(Sample("pub-small").auditor)
        digest = hashlib.sha256(record).hexdigest()
        self.assertTrue(verify.verify_record(record, digest=digest).verified)
        for i in range(len(record)):
            other = bytearray(record)
            other[i] ^= 1
            self.assertFalse(verify.verify_record(bytes(other), digest=digest).verified, i)

    def test_any_byte_of_the_record_without_digest(self):
        sample = Sample("pub-small")
        record = document(sample.auditor)
        # A moment within its order and what stands beside the draw: why a record has a digest and a signature.
        free = [found.span() for found in re.finditer(rb'[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]*Z|"directory":\{.*?\}\}', record)]
        first = set()
        for i in range(len(record)):
            other = bytearray(record)
            other[i] ^= 1
            failed = verify.verify_record(bytes(other), [(sample.frame, sample.key)]).failed
            self.assertTrue(failed or any(start <= i < end for start, end in free), record[i - 20 : i + 20])
            first.update(failed[:1])
        self.assertLessEqual({"format", "opening", "commitments", "seed", "design", "expected", "rounding", "tickets", "cutoffs"}, first)

    def test_any_byte_of_proof_salt_and_line(self):
        record = document(Sample("pub-classes").subject(4))
        start = record.index(b'"line"')
        for i in range(start, record.index(b'"cutoff"', start)):
            other = bytearray(record)
            other[i] ^= 1
            self.assertIn(verify.verify_record(bytes(other)).failed[0], ("format", "subject-line"), i)

    def test_any_single_value(self):
        sample = Sample("pub-classes")
        free = (".openedAt", ".at", ".drawnAt", ".auditorDigest", ".subject.cutoff")  # as in the other verifier's test
        for view in (sample.auditor, sample.public, sample.subject(2)):
            for where, value in mutations(view):
                verified = verify.verify_record(document(value), [(sample.frame, sample.key)]).verified
                self.assertFalse(verified and not where.endswith(free) and ".directory." not in where, where)


class Resting(unittest.TestCase):
    def test_counted_by_reason(self):
        sample = Sample("pub-caps")
        units = sum(cell["population"] - cell["drawable"] for cell in sample.cells)
        self.assertGreater(units, 1)
        steps = lambda resting: verify.verify_record(document(changed(sample.auditor, lambda r: r["tasks"][0]["directory"].update(resting=resting))))
        self.assertTrue(steps({"RI2120": units - 1, "RI2122": 1}).verified)
        self.assertEqual(steps({"RI2120": units - 1}).failed, ["resting"])
        self.assertEqual(steps({"RI2120": units + 1}).failed, ["resting"])
        self.assertEqual(steps({}).failed, ["resting"])
        for malformed in ({"RI2120": units, "RI2122": 0}, {"RI2120": "1"}, [], None):
            self.assertEqual(steps(malformed).failed, ["format"])

    def test_reasons_of_a_subject(self):
        sample = Sample("pub-caps")
        own = lambda standing: sample.subject(next(i for i, line in enumerate(sample.lines) if line.endswith(standing)))
        given = lambda value, reasons: verify.verify_record(document(changed(value, lambda r: r["subject"].update(restingReasons=reasons))))
        self.assertTrue(given(own("resting"), ["RI2120", "RI2121"]).verified)
        self.assertEqual(given(own("drawable"), ["RI2120"]).failed, ["subject-line"])
        for malformed in ([], [""], "RI2120", None):
            self.assertEqual(given(own("resting"), malformed).failed, ["format"])


class Signatures(unittest.TestCase):
    PRIVATE = int.from_bytes(hashlib.sha256(b"a private key for tests").digest(), "big") % verify.N

    @staticmethod
    def base64(data):
        return verify.base64.b64encode(data).decode()

    def key(self):
        x, y = verify.multiply(self.PRIVATE, verify.G)
        return "ecdsa-p256:" + self.base64(verify.SPKI + x.to_bytes(32, "big") + y.to_bytes(32, "big"))

    def sign(self, message, nonce=0xC0FFEE):
        e = int.from_bytes(hashlib.sha256(message).digest(), "big")
        r = verify.multiply(nonce, verify.G)[0] % verify.N
        s = pow(nonce, -1, verify.N) * (e + r * self.PRIVATE) % verify.N
        return self.base64(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    def test_known_answer(self):
        """RFC 6979 A.2.5, P-256 with SHA-256, message "sample"."""
        x = bytes.fromhex("60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6")
        y = bytes.fromhex("7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299")
        r = bytes.fromhex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716")
        s = bytes.fromhex("F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8")
        key = "ecdsa-p256:" + self.base64(verify.SPKI + x + y)
        self.assertTrue(verify.signature_holds(key, self.base64(r + s), b"sample"))
        self.assertFalse(verify.signature_holds(key, self.base64(r + s), b"sample "))
        self.assertFalse(verify.signature_holds(key, self.base64(bytes(32) + s), b"sample"))
        self.assertFalse(verify.signature_holds(key, self.base64(r + bytes(32)), b"sample"))
        with self.assertRaises(verify.Refusal):
            verify.read_key("ecdsa-p256:" + self.base64(verify.SPKI + x + x))

    def test_signature_of_a_record(self):
        record = document(Sample("pub-small").auditor)
        good = {"algorithm": "ecdsa-p256-sha256", "key": self.key(), "digest": hashlib.sha256(record).hexdigest(), "signature": self.sign(record)}
        self.assertEqual(verify.verify_record(record, signature=document(good)).failed, [])
        for member, value in (("digest", "0" * 64), ("signature", self.sign(b"other")), ("algorithm", "none"), ("key", "ecdsa-p256:"), ("note", "")):
            bad = verify.verify_record(record, signature=document({**good, member: value}))
            self.assertEqual(bad.failed, ["record-signature"], member)

    def test_key_that_must_have_signed(self):
        sample = Sample("pub-small")
        record, opening = document(sample.auditor), sample.head["opening"].encode()
        signed = lambda data: document({"algorithm": "ecdsa-p256-sha256", "key": self.key(), "digest": hashlib.sha256(data).hexdigest(), "signature": self.sign(data)})
        check = lambda *given: verify.verify_record(record, (), None, *given).failed
        self.assertEqual(check(signed(record), signed(opening), [self.key()]), [])
        self.assertEqual(check(signed(record), signed(opening), ["sm2:", self.key()]), [])
        self.assertEqual(check(signed(record), signed(opening), ["sm2:"]), ["opening-signature", "record-signature"])
        self.assertEqual(check(None, signed(opening), [self.key()]), ["record-signature"])
        self.assertEqual(check(signed(record), signed(record)), ["opening-signature"])

    def test_sample_of_each_algorithm(self):
        """Signed by OpenSSL."""
        read = lambda name: (HERE / "records" / f"{name}.json").read_bytes()
        for kind in ("ecdsa", "sm2"):
            signatures = read(f"match.public.{kind}.sig"), read(f"match.opening.{kind}.sig")
            verification = verify.verify_record(read("match.public"), (), None, *signatures)
            self.assertEqual(verification.failed, [])
            self.assertEqual({status for name, _, status, _ in verification.steps if name.endswith("-signature")}, {"ok"})
            self.assertEqual(verify.verify_record(read("match.public"), (), None, signatures[1]).failed, ["record-signature"])

    SM2_KEY = bytes.fromhex(
        "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
    )

    def test_sm2_known_answer(self):
        """GM/T 0003.5-2012, annex A, identity 1234567812345678, message "message digest"."""
        rs = bytes.fromhex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA")
        key = "sm2:" + self.base64(verify.SM2_SPKI + self.SM2_KEY)
        self.assertTrue(verify.sm2_holds(key, self.base64(rs), b"message digest"))
        self.assertFalse(verify.sm2_holds(key, self.base64(rs), b"message digesu"))
        r, s, n = rs[:32], rs[32:], verify.SM2_N
        for wrong in (r + bytes(32), bytes(32) + s, n.to_bytes(32, "big") + s, r + n.to_bytes(32, "big"), r + (n - int.from_bytes(r, "big")).to_bytes(32, "big"), s + r):
            self.assertFalse(verify.sm2_holds(key, self.base64(wrong), b"message digest"))
        for bad in (self.key(), self.key().replace("ecdsa-p256", "sm2"), key.replace("sm2", "ecdsa-p256"), "sm2:" + self.base64(verify.SM2_SPKI + 2 * self.SM2_KEY[:32])):
            with self.assertRaises(verify.Refusal):
                verify.sm2_holds(bad, self.base64(rs), b"message digest")

    def test_any_byte_of_a_signature(self):
        record = document(Sample("pub-small").auditor)
        good = document({"algorithm": "ecdsa-p256-sha256", "key": self.key(), "digest": hashlib.sha256(record).hexdigest(), "signature": self.sign(record)})
        for i in range(len(good) - 1):  # the LF at its end may be any white space
            other = bytearray(good)
            other[i] ^= 1
            self.assertEqual(verify.verify_record(record, signature=bytes(other)).failed, ["record-signature"], i)

    def test_signature_of_a_commitment(self):
        """A system of one party with a key: its commitment must be signed, and its own key makes a witness of it."""
        sample = Sample("pub-small")
        opening = json.loads(sample.head["opening"])
        opening["parties"][1]["key"] = self.key()
        text = json.dumps(opening)
        digest = hashlib.sha256(text.encode()).hexdigest()

        def resign(record):
            record["opening"] = text
            for made, item in zip(record["commitments"], record["contributions"]):
                made["commitment"] = hashlib.sha256(f"random-inspection-draw/1 commitment\n{digest}\n{item['party']}\n{item['value']}\n".encode()).hexdigest()
            made = record["commitments"][1]
            made["signature"] = self.sign(f"random-inspection-draw/1 commitment signature\n{digest}\n{made['party']}\n{made['commitment']}\n".encode())
            record["assurance"] = "witnessed"

        record = changed(sample.public, resign)
        steps = verify.verify_record(document(record)).steps
        status = {name: status for name, _, status, _ in steps}
        self.assertEqual((status["commitments"], status["signatures"], status["assurance"]), ("ok", "ok", "ok"))
        self.assertEqual(status["seed"], "failed")  # the vector's seed belongs to another opening
        for change in (lambda r: r["commitments"][1].update(signature=None), lambda r: r["commitments"][1].update(signature=self.sign(b"other")),
                       lambda r: r["commitments"][0].update(signature=self.sign(b"other"))):
            self.assertIn("signatures", verify.verify_record(document(changed(record, change))).failed)


class Classes(unittest.TestCase):
    """Records of a profile that publishes classes."""

    def setUp(self):
        self.sample = Sample("pub-classes")
        homes = {line.split("\t")[0]: line.split("\t")[1:3] for line in self.sample.lines}
        task = self.sample.auditor["tasks"][0]
        selected = [{"stratum": homes[unit["id"]][0], "class": homes[unit["id"]][1], **unit} for unit in task["selected"]]
        head = {name: value for name, value in self.sample.auditor.items() if name != "tasks"}
        self.auditor = {**head, "classes": "published", "tasks": [{**task, "selected": selected}]}
        digest = hashlib.sha256(document(self.auditor)).hexdigest()
        public_task = {name: value for name, value in self.auditor["tasks"][0].items() if name != "reserves"}
        self.public = {**head, "view": "public", "classes": "published", "auditorDigest": digest, "tasks": [public_task]}
        self.frames = [(self.sample.frame, self.sample.key)]

    def failed(self, record, frames=()):
        return verify.verify_record(document(record), frames).failed

    def test_views_verified(self):
        subject = self.sample.subject(0)
        own = {**{name: value for name, value in self.public.items() if name != "tasks"}, "view": "subject", "subject": subject["subject"]}
        for record in (self.auditor, self.public, own):
            self.assertEqual(self.failed(record), [])
            self.assertEqual(self.failed(record, self.frames), [])
        steps = {name: status for name, _, status, _ in verify.verify_record(document(self.public)).steps}
        self.assertEqual((steps["cutoffs"], steps["reserves"]), ("ok", "skipped"))

    def test_form(self):
        self.assertEqual(self.failed({**self.public, "classes": "withheld"}), ["format"])
        self.assertEqual(self.failed({name: value for name, value in self.public.items() if name != "classes"}), ["format"])
        self.assertEqual(self.failed({**self.sample.public, "classes": "published"}), ["format"])

    def test_unit_of_another_cell(self):
        task = self.public["tasks"][0]
        place = lambda unit: (unit["stratum"], unit["class"])
        cutoffs = {place(cell): cell["cutoff"] for cell in task["cells"]}
        other = next(i for i, unit in enumerate(task["selected"]) if place(unit) != place(task["selected"][0]))
        move = lambda r: r["tasks"][0]["selected"][0].update({name: task["selected"][other][name] for name in ("stratum", "class")})
        self.assertIn("selection", self.failed(changed(self.public, move)))

        inner = [i for i, unit in enumerate(task["selected"]) if unit["ticket"] not in cutoffs.values()]
        below = lambda i, j: task["selected"][i]["ticket"] < cutoffs[place(task["selected"][j])]
        a, b = next((i, j) for i in inner for j in inner if place(task["selected"][i]) != place(task["selected"][j]) and below(i, j) and below(j, i))

        def swap(record):
            first, second = record["tasks"][0]["selected"][a], record["tasks"][0]["selected"][b]
            for name in ("stratum", "class"):
                first[name], second[name] = second[name], first[name]

        self.assertEqual(self.failed(changed(self.public, swap)), [])  # only the frame tells
        self.assertEqual(self.failed(changed(self.public, swap), self.frames), ["selection"])


class CommandLine(unittest.TestCase):
    def run_main(self, *arguments):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                return verify.main([str(argument) for argument in arguments])
            except SystemExit as stop:
                return stop.code

    def test_exit_codes(self):
        sample = Sample("pub-small")
        with tempfile.TemporaryDirectory() as name:
            good, bad, frame = (Path(name) / part for part in ("good.json", "bad.json", "frame.tsv"))
            good.write_bytes(document(sample.auditor))
            bad.write_bytes(document(sample.auditor).replace(b'"size":5', b'"size":4'))
            frame.write_bytes(sample.frame)
            self.assertEqual(self.run_main(good), 0)
            self.assertEqual(self.run_main(good, "--frame", frame, "--key", sample.key, "--digest", hashlib.sha256(good.read_bytes()).hexdigest()), 0)
            self.assertEqual(self.run_main(good, "--digest", "0" * 64), 1)
            self.assertEqual(self.run_main(good, "--frame", frame, "--key", "0" * 64), 1)
            self.assertEqual(self.run_main(bad), 1)
            self.assertEqual(self.run_main(frame), 1)
            self.assertEqual(self.run_main(good, "--frame", frame), 2)
            self.assertEqual(self.run_main(good, "--frame", frame, "--key", sample.key.upper()), 2)
            self.assertEqual(self.run_main(Path(name) / "none.json"), 2)
            self.assertEqual(self.run_main("--vectors", name), 2)
            self.assertEqual(self.run_main(), 2)
        self.assertEqual(self.run_main("--vectors", VECTORS), 0)


if __name__ == "__main__":
    unittest.main()
