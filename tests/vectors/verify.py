#!/usr/bin/env python3
"""Verifies draws of random-inspection-draw/1 with nothing but the standard library of Python 3.9.

    verify.py record.json [--frame frame.tsv --key HEX]... [--digest HEX] [--signature record.sig.json]
        [--opening-signature opening.sig.json] [--signed-by KEY]...
    verify.py --vectors DIRECTORY

The first form checks a record (docs/record-format.md) in its public, auditor's or subject's view, the second
recomputes every test vector of a directory. Exit code 0: verified, 1: not verified, 2: bad input.

The sections follow the draw specification, so that the two can be read side by side.
"""

import argparse
import base64
import binascii
import hashlib
import json
import re
import sys
import unicodedata
from datetime import datetime
from pathlib import Path

NANO = 10**9


class Refusal(Exception):
    """Something is wrong: a stable code and the values that show it."""

    def __init__(self, problem, **values):
        super().__init__(problem, values)
        self.problem, self.values = problem, values


class Skip(Exception):
    """A check cannot be made; the text says why."""


def same(problem, expected, found, **values):
    if expected != found:
        raise Refusal(problem, expected=expected, found=found, **values)


# Hashes ---------------------------------------------------------------------------------------------------------------


def sm3(message):
    """SM3 by GB/T 32905-2016, for a Python whose hashlib has none."""
    turn = lambda x, n: (x << n % 32 | x >> (32 - n % 32)) & 0xFFFFFFFF
    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = message + b"\x80" + bytes((55 - len(message)) % 64) + (8 * len(message)).to_bytes(8, "big")
    for at in range(0, len(padded), 64):
        w = [int.from_bytes(padded[i : i + 4], "big") for i in range(at, at + 64, 4)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ turn(w[j - 3], 15)
            w.append(x ^ turn(x, 15) ^ turn(x, 23) ^ turn(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            ss1 = turn((turn(a, 12) + e + turn(0x79CC4519 if j < 16 else 0x7A879D8A, j)) & 0xFFFFFFFF, 7)
            ff = a ^ b ^ c if j < 16 else a & b | a & c | b & c
            gg = e ^ f ^ g if j < 16 else e & f | ~e & g
            tt1 = (ff + d + (ss1 ^ turn(a, 12)) + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            a, b, c, d, e, f, g, h = tt1, a, turn(b, 9), c, tt2 ^ turn(tt2, 9) ^ turn(tt2, 17), e, turn(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state)


def hashlib_sm3(message):
    return hashlib.new("sm3", message).digest()


def has_sm3():
    try:
        return bool(hashlib_sm3(b""))
    except ValueError:
        return False


HASHES = {"sha-256": lambda message: hashlib.sha256(message).digest(), "sm3": hashlib_sm3 if has_sm3() else sm3}


def utf8(text):
    return text.encode("utf-8")


# Strict JSON (§2): no duplicate members, no numbers but integers of up to 15 digits, no lone surrogates ---------------


def read_json(data, compact=False):
    """The value of a document; `compact` is the form of a record: no white space but one LF at the end, characters
    outside ASCII never escaped."""

    def members(pairs):
        value = {}
        for name, item in pairs:
            if name in value:
                raise Refusal("member-duplicate", member=name)
            value[name] = item
        return value

    def number(text):
        if not re.fullmatch(r"0|[1-9][0-9]{0,14}", text):
            raise Refusal("json-integer", found=text[:100])
        return int(text)

    try:
        text = data.decode("utf-8")
        if text.startswith("\ufeff"):
            raise Refusal("byte-order-mark")
        value = json.loads(text, object_pairs_hook=members, parse_int=number, parse_float=number, parse_constant=number)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeError:
        raise Refusal("not-utf8") from None
    except (ValueError, RecursionError) as error:
        raise Refusal("json", found=str(error)[:200]) from None
    if compact:
        if not text.endswith("\n"):
            raise Refusal("json", found="no LF at the end")
        outside = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text[:-1])
        if re.search(r"[ \t\n\r]", outside):
            raise Refusal("json", found="white space")
        if any(len(escape) > 1 and int(escape[1:], 16) >= 0x80 for escape in re.findall(r"\\(u[0-9A-Fa-f]{4}|.)", text)):
            raise Refusal("json", found="an escaped character outside ASCII")
    return value


# Shapes: functions (value, path) that return the value or refuse it.


def shape(test, wanted):
    def read(value, path):
        if not test(value):
            raise Refusal("value", path=path, found=str(value)[:100], wanted=wanted)
        return value

    return read


def text(pattern=r"(?s:.*)"):
    return shape(lambda value: isinstance(value, str) and re.fullmatch(pattern, value), pattern)


def integer(least=0, most=2**53 - 1):
    return shape(lambda value: type(value) is int and least <= value <= most, f"{least} to {most}")


def one_of(*values):
    return shape(lambda value: any(value is item or isinstance(value, str) and value == item for item in values), values)


def nullable(item):
    return lambda value, path: None if value is None else item(value, path)


def list_of(item, least=0, most=None):
    def read(value, path):
        if not isinstance(value, list) or len(value) < least or most is not None and len(value) > most:
            raise Refusal("value", path=path, found=str(value)[:100], wanted=f"list of {least} to {most}")
        return [item(element, f"{path}[{i}]") for i, element in enumerate(value)]

    return read


def table_of(item):
    def read(value, path):
        if not isinstance(value, dict):
            raise Refusal("value", path=path, found=str(value)[:100], wanted="object")
        return {name: item(element, f"{path}.{name}") for name, element in value.items()}

    return read


def members(shapes, optional=(), ordered=False):
    """An object of named members: all but the optional are there, no other is; `ordered`: in this order."""

    def read(value, path):
        if not isinstance(value, dict):
            raise Refusal("value", path=path, found=str(value)[:100], wanted="object")
        for name in value:
            if name not in shapes:
                raise Refusal("member-unknown", path=path, member=name)
        for name in shapes:
            if name not in value and name not in optional:
                raise Refusal("member-missing", path=path, member=name)
        if ordered and list(value) != [name for name in shapes if name in value]:
            raise Refusal("member-order", path=path)
        return {name: shapes[name](element, f"{path}.{name}".lstrip(".")) for name, element in value.items()}

    return read


HEX32 = text(r"[0-9a-f]{64}")
NAME = text(r"(?:(?!:)[!-~]){1,64}")  # draws, tasks, parties (§3)
SOME = text(r"(?s:.+)")
FLAG = one_of(True, False)


def moment(value, path):
    """UTC, with as many fraction digits as needed, nine at most."""
    text(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-5][0-9](\.[0-9]{0,8}[1-9])?Z")(value, path)
    try:
        datetime.strptime(value[:19], "%Y-%m-%dT%H:%M:%S")
    except ValueError:
        raise Refusal("value", path=path, found=value, wanted="2026-03-02T01:30:00Z") from None
    return value


def is_moment(value):
    try:
        return moment(value, "") == value
    except Refusal:
        return False


def is_before(a, b):
    return a[:-1] < b[:-1]  # without the Z they compare as texts


# Terms ----------------------------------------------------------------------------------------------------------------


def is_id(value):
    return re.fullmatch(r"(?!:)[!-~]{1,55}", value) is not None


def is_class(value):
    return re.fullmatch(r"[!-~]{1,32}", value) is not None


def is_stratum(value):
    forbidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    return (
        not any(unicodedata.category(character) in forbidden for character in value)
        and unicodedata.is_normalized("NFC", value)
        and len(utf8(value)) <= 200
        and 1 <= len(value.split("/")) <= 8
        and all(value.split("/"))
    )


def cell_order(cell):
    """Strata label by label, by bytes, a shorter list before its extensions; then class by bytes."""
    return [utf8(label) for label in cell["stratum"].split("/")], utf8(cell["class"])


# §1 Frame root --------------------------------------------------------------------------------------------------------


def leaf_hash(H, leaf):
    return H(b"\x00" + leaf)


def tree_hash(H, leaves):
    """Merkle Tree Hash of RFC 9162 §2.1.1 over leaf hashes: level by level, an odd node moves up unchanged, which is
    the same as splitting at the largest power of two."""
    if not leaves:
        return H(b"")
    while len(leaves) > 1:
        pairs = [H(b"\x01" + leaves[i] + leaves[i + 1]) for i in range(0, len(leaves) - 1, 2)]
        leaves = pairs + (leaves[-1:] if len(leaves) % 2 else [])
    return leaves[0]


def inclusion_holds(H, leaf, index, size, proof, root):
    """RFC 9162 §2.1.3.2: whether the proof leads from the leaf's hash to the root."""
    if index >= size:
        return False
    fn, sn = index, size - 1
    node = leaf
    for sibling in proof:
        if sn == 0:
            return False
        if fn % 2 or fn == sn:
            node = H(b"\x01" + sibling + node)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn // 2, sn // 2
        else:
            node = H(b"\x01" + node + sibling)
        fn, sn = fn // 2, sn // 2
    return sn == 0 and node == root


def salt_of(H, key, unit_id):
    return H(utf8(key + unit_id))[:16].hex()


def leaf_of(salt, unit):
    return utf8("\t".join((salt, unit["id"], unit["stratum"], unit["class"], unit["standing"])))


def read_frame(data):
    """The units of a canonical frame file, refused at the first line that is wrong."""
    units = []
    known_strata = set()
    if data and not data.endswith(b"\n"):
        raise Refusal("frame-fields", line=data.count(b"\n") + 1)
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        fields = line.split(b"\t")
        if len(fields) != 4:
            raise Refusal("frame-fields", line=number)
        try:
            unit_id, stratum, name, standing = (field.decode("utf-8") for field in fields)
        except UnicodeError:
            raise Refusal("not-utf8", line=number) from None
        if not is_id(unit_id):
            raise Refusal("frame-id", line=number)
        if units and units[-1]["id"] >= unit_id:  # ASCII: characters are bytes
            raise Refusal("frame-order" if units[-1]["id"] > unit_id else "frame-duplicate", line=number)
        if stratum not in known_strata and not is_stratum(stratum):
            raise Refusal("frame-stratum", line=number)
        known_strata.add(stratum)
        if not is_class(name):
            raise Refusal("frame-class", line=number)
        if standing not in ("drawable", "resting"):
            raise Refusal("frame-standing", line=number)
        units.append({"id": unit_id, "stratum": stratum, "class": name, "standing": standing})
    return units


def frame_root(H, key, units):
    return tree_hash(H, [leaf_hash(H, leaf_of(salt_of(H, key, unit["id"]), unit)) for unit in units]).hex()


def cells_of(units):
    """The cells of a frame in order, with population and drawable units."""
    counts = {}
    for unit in units:
        cell = counts.setdefault((unit["stratum"], unit["class"]), [0, 0])
        cell[0] += 1
        cell[1] += unit["standing"] == "drawable"
    cells = [{"stratum": s, "class": c, "population": n, "drawable": d} for (s, c), (n, d) in counts.items()]
    return sorted(cells, key=cell_order)


# §2 Design ------------------------------------------------------------------------------------------------------------

COUNT = integer(0, 2**31 - 1)
RATE = text(r"0(\.[0-9]{1,9})?|1(\.0{1,9})?")
WEIGHTS = table_of(integer(0, 10**6))
ALWAYS = {"kind": text(), "reservesPerCell": COUNT, "basis": text()}
DESIGNS = {
    "fixed": {"size": COUNT, "weights": WEIGHTS, "minimumPerStratum": COUNT, **ALWAYS},
    "stratumSizes": {"sizes": table_of(COUNT), "weights": WEIGHTS, **ALWAYS},
    "rates": {"rates": table_of(RATE), "stratumRates": table_of(table_of(RATE)), "minimumPerStratum": COUNT, **ALWAYS},
}


def read_design(data):
    value = read_json(data)
    if not isinstance(value, dict) or "kind" not in value:
        raise Refusal("member-missing", path="", member="kind")
    kind = one_of(*DESIGNS)(value["kind"], "kind")
    return members(DESIGNS[kind], optional=("stratumRates", "minimumPerStratum", "reservesPerCell", "basis"))(value, "")


def nanos_of(rate):
    whole, _, decimals = rate.partition(".")
    return int(whole + decimals.ljust(9, "0"))


def weight_of(design, cell):
    """The weight that the table in force names for a cell's class; for rates, the rate in nanos."""
    if design["kind"] == "rates":
        table = design.get("stratumRates", {}).get(cell["stratum"], design["rates"])
    else:
        table = design["weights"]
    if cell["class"] not in table:
        raise Refusal("design-class", stratum=cell["stratum"], **{"class": cell["class"]})
    return nanos_of(table[cell["class"]]) if design["kind"] == "rates" else table[cell["class"]]


def share(size, cells):
    """Share: `size` over cells (index, weighted population, drawable); {index: nanos}."""
    nanos = {i: 0 for i, _, _ in cells}
    active = [(i, w, d) for i, w, d in cells if w > 0 and d > 0]
    if size > sum(d for _, _, d in active):
        raise Refusal("design-size", size=size)
    left = size
    while True:
        total = sum(w for _, w, _ in active)
        full = [(i, w, d) for i, w, d in active if left > 0 and left * w >= d * total]
        if not full:
            break
        for i, _, d in full:
            nanos[i] = d * NANO
            left -= d
        whole = {i for i, _, _ in full}
        active = [cell for cell in active if cell[0] not in whole]
    if left == 0:
        return nanos
    remainders = []
    for i, w, _ in active:
        nanos[i], remainder = divmod(left * NANO * w, total)
        remainders.append((-remainder, i))
    missing = left * NANO - sum(nanos[i] for i, _, _ in active)
    for _, i in sorted(remainders)[:missing]:
        nanos[i] += 1
    return nanos


def expected_counts(design, cells):
    """Expected counts in nanos of cells given in order."""
    weights = [weight_of(design, cell) for cell in cells]
    shared = [(i, cell["population"] * weights[i], cell["drawable"]) for i, cell in enumerate(cells)]
    strata = {}  # stratum: indices of its cells
    for i, cell in enumerate(cells):
        strata.setdefault(cell["stratum"], []).append(i)
    for stratum in design.get("sizes", design.get("stratumRates", {})):
        if stratum not in strata:
            raise Refusal("design-stratum", stratum=stratum)

    expected = [0] * len(cells)

    def give(size, indices):
        for i, nanos in share(size, [shared[i] for i in indices]).items():
            expected[i] = nanos

    def floor_of(stratum):
        drawable = sum(cells[i]["drawable"] for i in strata[stratum] if weights[i] > 0)
        return min(design.get("minimumPerStratum", 0), drawable)

    def is_below(stratum):
        return sum(expected[i] for i in strata[stratum]) < floor_of(stratum) * NANO

    if design["kind"] == "stratumSizes":
        for stratum, indices in strata.items():
            if stratum not in design["sizes"]:
                raise Refusal("design-stratum", stratum=stratum)
            give(design["sizes"][stratum], indices)
    elif design["kind"] == "rates":
        for i, weighted, drawable in shared:
            expected[i] = min(weighted, drawable * NANO)
        for stratum in filter(is_below, strata):
            give(floor_of(stratum), strata[stratum])
    else:
        left, others = design["size"], list(strata)
        while True:
            give(left, [i for stratum in others for i in strata[stratum]])
            below = [stratum for stratum in others if is_below(stratum)]
            if not below:
                break
            for stratum in below:
                give(floor_of(stratum), strata[stratum])
                left -= floor_of(stratum)
            if left < 0:
                raise Refusal("design-minimum", size=design["size"], minimum=design["minimumPerStratum"])
            others = [stratum for stratum in others if stratum not in below]
    return expected


# §3 Opening, contributions, seed --------------------------------------------------------------------------------------

PARTY = members(
    {
        "party": NAME, "role": text(), "kind": one_of("committed", "public", "system"), "key": text(),
        "source": text(), "encoding": text(), "outcomes": text(), "time": text(),
    },
    optional=("key", "source", "encoding", "outcomes", "time"),
)
DRAWN_TASK = members({"id": NAME, "frameRoot": HEX32, "frameSize": integer(), "designDigest": HEX32})
MATCH = members({"id": NAME, "problemDigest": HEX32})


def opened_task(value, path):
    return (MATCH if isinstance(value, dict) and "problemDigest" in value else DRAWN_TASK)(value, path)


OPENING = members(
    {
        "specification": one_of("random-inspection-draw/1"),
        "draw": NAME,
        "attempt": integer(1),
        "previous": members({"record": HEX32, "reason": text()}),
        "hash": one_of(*HASHES),
        "tasks": list_of(opened_task, 1),
        "parties": list_of(PARTY, 1),
        "deadlines": members({"commit": moment, "reveal": moment}),
    },
    optional=("previous", "deadlines"),
)


def distinct(names, path):
    if len(set(names)) < len(names):
        raise Refusal("not-distinct", path=path)


def read_opening(data):
    """The opening of a document. Members that the computation does not use may be absent, what describes a public value
    is any text; unknown members are refused. The tasks of a match, which stand among the tasks of the document, are its
    "matches"."""
    opening = OPENING(read_json(data), "")
    distinct([task["id"] for task in opening["tasks"]], "tasks")
    distinct([party["party"] for party in opening["parties"]], "parties")
    if (opening["attempt"] > 1) != ("previous" in opening):
        raise Refusal("opening-previous", attempt=opening["attempt"])
    if len(opening["parties"]) > 1 and any(party["kind"] == "system" for party in opening["parties"]):
        raise Refusal("opening-system")
    matches = [task for task in opening["tasks"] if "problemDigest" in task]
    if matches and len(matches) < len(opening["tasks"]):
        raise Refusal("opening-mixed")
    return {**opening, "tasks": [task for task in opening["tasks"] if "problemDigest" not in task], "matches": matches}


def lines(*parts):
    return utf8("".join(part + "\n" for part in parts))


def commitment_of(H, opening_digest, party, value):
    return H(lines("random-inspection-draw/1 commitment", opening_digest, party, value)).hex()


def seed_of(H, opening_digest, contributions):
    counted = (f"contribution {item['party']} {item['kind']} {item['value']}" for item in contributions)
    return H(lines("random-inspection-draw/1", f"opening {opening_digest}", *counted)).hex()


def assurance_of(opening, contributions):
    counted = {item["party"] for item in contributions}
    keys = [party.get("key") for party in opening["parties"]]

    def witnesses(party):
        if party["kind"] == "committed":  # its own key: no other party has it
            return party["role"] != "drawing" and "key" in party and keys.count(party["key"]) == 1
        outcomes = party.get("outcomes", "")
        return party["kind"] == "public" and bool(re.fullmatch(r"[0-9]{1,100}", outcomes)) and int(outcomes) >= 2**64

    return "witnessed" if any(p["party"] in counted and witnesses(p) for p in opening["parties"]) else "operator"


def can_break_off(opening):
    """Whether the last to reveal can break the draw off by silence: some commit, and no public value comes after."""
    kinds = {party["kind"] for party in opening["parties"]}
    return "committed" in kinds and "public" not in kinds


# §4 Tickets -----------------------------------------------------------------------------------------------------------


def ticket_of(H, seed, unit_id):
    return H(utf8(seed + unit_id)).hex()


# §5 Cell sizes --------------------------------------------------------------------------------------------------------


def round_sizes(H, seed, cells, expected):
    """Sizes of cells given in order, by pivotal rounding up the tree of strata."""
    size = [nanos // NANO for nanos in expected]
    rest = [nanos % NANO for nanos in expected]  # a cell is open while its rest is positive
    meetings = 0

    def number(label):
        return int.from_bytes(H(utf8(seed + label)), "big")

    def meet(a, b):
        """Two open cells meet; the one still open, or None."""
        nonlocal meetings
        u = number(f":round {meetings}")
        meetings += 1
        s = rest[a] + rest[b]
        if s <= NANO:
            winner, loser = (a, b) if u % s < rest[a] else (b, a)
            rest[winner], rest[loser] = s, 0
            if s < NANO:
                return winner
            size[winner], rest[winner] = size[winner] + 1, 0
            return None
        winner, other = (a, b) if u % (2 * NANO - s) < NANO - rest[b] else (b, a)
        size[winner], rest[winner], rest[other] = size[winner] + 1, 0, s - NANO
        return other

    def walk(node):
        """Walks a node {path: node or cell} depth first; the open cell it hands up, or None."""
        if isinstance(node, int):
            return node if rest[node] > 0 else None
        carried = None
        for path in sorted(node, key=lambda path: H(utf8(f"{seed}:order {path}"))):
            handed = walk(node[path])
            carried = handed if carried is None else carried if handed is None else meet(carried, handed)
        return carried

    root = {}
    for i, cell in enumerate(cells):
        node, path = root, ""
        for label in cell["stratum"].split("/"):
            path += label + "/"
            node = node.setdefault(path, {})
        node = node.setdefault(path + "\t", {})
        node[path + "\t" + cell["class"]] = i

    last = walk(root)
    if last is not None and number(":round end") % NANO < rest[last]:
        size[last] += 1
    return size


# §6 Selection ---------------------------------------------------------------------------------------------------------


def select(H, seed, units, cells, expected, sizes, reserves_per_cell):
    """Selection, reserves and cutoffs that a frame gives."""
    ranked = {}
    for unit in units:
        if unit["standing"] == "drawable":
            ranked.setdefault((unit["stratum"], unit["class"]), []).append((ticket_of(H, seed, unit["id"]), unit["id"]))
    selected, reserves, cutoffs = [], [], []
    for cell, nanos, size in zip(cells, expected, sizes):
        ranking = sorted(ranked.get((cell["stratum"], cell["class"]), []))
        selected += ranking[:size]
        cutoffs.append(ranking[size - 1][0] if size > 0 else None)
        for ticket, unit_id in ranking[size : size + reserves_per_cell] if nanos > 0 else []:
            reserves.append({"stratum": cell["stratum"], "class": cell["class"], "ticket": ticket, "id": unit_id})
    return [{"ticket": ticket, "id": unit_id} for ticket, unit_id in sorted(selected)], reserves, cutoffs


# ECDSA P-256 (FIPS 186-5, SP 800-186) and SM2 (GB/T 32918-2016): both curves have a = p - 3 -----------------------------

P = 2**256 - 2**224 + 2**192 + 2**96 - 1
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")  # RFC 5480, before the point's 64 bytes
SM2_P = 2**256 - 2**224 - 2**96 + 2**64 - 1
SM2_N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
SM2_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
SM2_G = (
    0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
)
SM2_ID = b"1234567812345678"  # the default identity of GM/T 0009-2012
SM2_SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004")
CURVES = {"ecdsa-p256": (P, B, SPKI), "sm2": (SM2_P, SM2_B, SM2_SPKI)}


def add(p, q, prime=P):
    """Sum of two points; None is the point at infinity."""
    if p is None or q is None:
        return p or q
    if p[0] == q[0] and (p[1] + q[1]) % prime == 0:
        return None
    slope = (3 * p[0] ** 2 - 3) * pow(2 * p[1], -1, prime) if p == q else (q[1] - p[1]) * pow(q[0] - p[0], -1, prime)
    x = (slope**2 - p[0] - q[0]) % prime
    return x, (slope * (p[0] - x) - p[1]) % prime


def multiply(k, p, prime=P):
    result = None
    while k:
        result = add(result, p, prime) if k % 2 else result
        p, k = add(p, p, prime), k // 2
    return result


def from_base64(value):
    try:
        data = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return b""
    return data if base64.b64encode(data).decode() == value else b""


def read_key(key, kind="ecdsa-p256"):
    """The point of a key `kind:` and base64 of the SubjectPublicKeyInfo."""
    prime, b, spki = CURVES[kind]
    data = from_base64(key[len(kind) + 1 :]) if key.startswith(kind + ":") else b""
    x, y = int.from_bytes(data[27:59], "big"), int.from_bytes(data[59:], "big")
    if len(data) != 91 or data[:27] != spki or max(x, y) >= prime or (y * y - x**3 + 3 * x - b) % prime:
        raise Refusal("key-format", key=key)
    return x, y


def read_signature(signature):
    """r and s of base64 of the 64 bytes r‖s."""
    data = from_base64(signature)
    if len(data) != 64:
        raise Refusal("signature-format", signature=signature)
    return int.from_bytes(data[:32], "big"), int.from_bytes(data[32:], "big")


def signature_holds(key, signature, message):
    point, (r, s) = read_key(key), read_signature(signature)
    if not (0 < r < N and 0 < s < N):
        return False
    e, w = int.from_bytes(hashlib.sha256(message).digest(), "big"), pow(s, -1, N)
    found = add(multiply(e * w % N, G), multiply(r * w % N, point))
    return found is not None and found[0] % N == r


def sm2_holds(key, signature, message):
    """GB/T 32918.2-2016, 7.1, with SM3."""
    point, (r, s) = read_key(key, "sm2"), read_signature(signature)
    t = (r + s) % SM2_N
    if not (0 < r < SM2_N and 0 < s < SM2_N) or t == 0:
        return False
    numbers = (SM2_P - 3, SM2_B, *SM2_G, *point)
    signer = len(SM2_ID * 8).to_bytes(2, "big") + SM2_ID + b"".join(number.to_bytes(32, "big") for number in numbers)
    e = int.from_bytes(HASHES["sm3"](HASHES["sm3"](signer) + message), "big")
    found = add(multiply(s, SM2_G, SM2_P), multiply(t, point, SM2_P), SM2_P)
    return found is not None and (e + found[0]) % SM2_N == r


ALGORITHMS = {"ecdsa-p256-sha256": signature_holds, "sm2-sm3": sm2_holds}


# §7 Record: docs/record-format.md -------------------------------------------------------------------------------------


def in_order(**shapes):
    return members({name.rstrip("_"): item for name, item in shapes.items()}, ordered=True)


SIZE = integer()
CELL = {
    "stratum": SOME, "class": SOME, "population": SIZE, "drawable": SIZE,
    "expectedNano": text(r"0|[1-9][0-9]{0,29}"), "size": SIZE,
}
CHOSEN = {"ticket": HEX32, "id": SOME}
FLAGS = list_of(in_order(stratum=SOME, class_=SOME, flag=one_of("certain", "never", "small")))


def version(value, path):
    return integer()(value, path) if type(value) is int else SOME(value, path)


PUBLIC_TASK = in_order(
    id=NAME, design=text(), cells=list_of(members(CELL, ordered=True)), selected=list_of(in_order(**CHOSEN)), flags=FLAGS
)
NAMED = list_of(in_order(stratum=SOME, class_=SOME, **CHOSEN))  # a unit with its cell


def full_task(selected, **reserves):
    """A task with cutoffs and directory; `selected` names the units' cells where classes are published."""
    return in_order(
        id=NAME,
        design=text(),
        cells=list_of(members({**CELL, "cutoff": nullable(HEX32)}, ordered=True)),
        selected=selected,
        **reserves,
        flags=FLAGS,
        directory=members(
            {"version": version, "criteria": text(), "leftOut": table_of(SIZE), "resting": table_of(integer(1))}, ("resting",), ordered=True
        ),
    )


AUDITOR_TASK = full_task(list_of(in_order(**CHOSEN)), reserves=NAMED)
SUBJECT = members(
    {
        "task": NAME,
        "line": in_order(id=SOME, stratum=SOME, class_=SOME, standing=one_of("drawable", "resting")),
        "salt": text(r"[0-9a-f]{32}"), "leafIndex": SIZE, "frameSize": SIZE, "frameRoot": HEX32, "proof": list_of(HEX32, most=64),
        "cutoff": nullable(HEX32), "ticket": HEX32, "drawn": FLAG, "restingReasons": list_of(SOME, 1),
    },
    ("restingReasons",),
    ordered=True,
)
HEAD = {
    "format": one_of("random-inspection-record/1"),
    "view": one_of("public", "auditor", "subject"),
    "outcome": one_of("drawn", "void"),
    "opening": SOME,
    "openedAt": moment,
    "commitments": list_of(in_order(party=NAME, commitment=HEX32, at=moment, signature=nullable(SOME))),
    "contributions": list_of(in_order(party=NAME, kind=SOME, value=text(r"([0-9a-f]{2})+"), at=moment)),
    "struck": list_of(in_order(party=NAME, reason=one_of("notCommitted", "notRevealed", "noValue"), at=moment)),
    "void": nullable(in_order(reason=SOME, by=list_of(SOME, 2, 2), at=moment)),
    "seed": nullable(HEX32),
    "drawnAt": nullable(moment),
    "assurance": one_of("witnessed", "operator"),
    "breakOff": FLAG,
}
MATCHES = list_of(in_order(id=NAME, mixFactor=SIZE, resultDigest=HEX32, seats=SIZE, missing=SIZE))


def with_matches(**shapes):
    return members({**HEAD, **shapes, "matches": MATCHES}, optional=("matches",), ordered=True)


def views_of(public_task, auditor_task, **classes):
    subject = {**HEAD, "outcome": one_of("drawn"), **classes, "auditorDigest": HEX32, "subject": SUBJECT}
    return {
        "public": with_matches(**classes, auditorDigest=HEX32, tasks=list_of(public_task)),
        "auditor": with_matches(**classes, tasks=list_of(auditor_task)),
        "subject": members(subject, ordered=True),
    }


VIEWS = {  # by whether classes are published
    False: views_of(PUBLIC_TASK, AUDITOR_TASK),
    True: views_of(full_task(NAMED), full_task(NAMED, reserves=NAMED), classes=one_of("published")),
}
SIGNATURE = members({"algorithm": one_of(*ALGORITHMS), "key": SOME, "digest": HEX32, "signature": SOME})


def read_record(data):
    value = read_json(data, compact=True)
    view = value.get("view") if isinstance(value, dict) else None
    views = VIEWS[isinstance(value, dict) and "classes" in value]
    record = views[view if isinstance(view, str) and view in views else "public"](value, "")
    void = record["outcome"] == "void"
    for member, is_null in (("void", not void), ("seed", void), ("drawnAt", void)):
        if (record[member] is None) != is_null:
            raise Refusal("outcome", outcome=record["outcome"], member=member)
    for member in ("tasks", "matches", "classes"):
        if void and record.get(member):
            raise Refusal("outcome", outcome="void", member=member)
    return {"matches": [], **record}


def check_parties_order(path, items, opening):
    places = {party["party"]: i for i, party in enumerate(opening["parties"])}
    last = -1
    for item in items:
        if item["party"] not in places:
            raise Refusal("party-unknown", path=path, party=item["party"])
        if places[item["party"]] <= last:
            raise Refusal("party-order", path=path, party=item["party"])
        last = places[item["party"]]


def check_commitments(record, opening, H, opening_digest):
    check_parties_order("commitments", record["commitments"], opening)
    kinds = {party["party"]: party["kind"] for party in opening["parties"]}
    values = {item["party"]: item["value"] for item in reversed(record["contributions"])}  # of two of one party the first
    for item in record["commitments"]:
        party = item["party"]
        if kinds[party] != "committed":
            raise Refusal("commitment-kind", party=party, kind=kinds[party])
        if party in values:
            same("commitment-differs", commitment_of(H, opening_digest, party, values[party]), item["commitment"], party=party)
    made = {item["party"] for item in record["commitments"]}
    for item in record["contributions"]:
        if item["kind"] == "committed" and item["party"] not in made:
            raise Refusal("commitment-missing", party=item["party"])
    return f"{len(made)} commitments"


def check_signatures(record, opening, opening_digest):
    keys = {party["party"]: party["key"] for party in opening["parties"] if "key" in party}
    for key in keys.values():
        read_key(key)
    signed = 0
    for item in record["commitments"]:
        party, commitment, signature = item["party"], item["commitment"], item["signature"]
        if (party in keys) != (signature is not None):
            raise Refusal("signature-missing" if party in keys else "signature-without-key", party=party)
        if party in keys:
            statement = lines("random-inspection-draw/1 commitment signature", opening_digest, party, commitment)
            if not signature_holds(keys[party], signature, statement):
                raise Refusal("signature-wrong", party=party)
            signed += 1
    if not signed:
        raise Skip("no party has a key")
    return f"{signed} signatures"


def check_contributions(record, opening):
    """§3: every party of a draw either counts or is struck, for the reason that the record itself shows."""
    check_parties_order("contributions", record["contributions"], opening)
    counted = {item["party"]: item for item in record["contributions"]}
    struck = {item["party"]: item["reason"] for item in record["struck"]}
    committed = {item["party"] for item in record["commitments"]}
    distinct([item["party"] for item in record["struck"]], "struck")
    for party in struck.keys() - {party["party"] for party in opening["parties"]}:
        raise Refusal("party-unknown", path="struck", party=party)
    for party, kind in ((party["party"], party["kind"]) for party in opening["parties"]):
        if party in counted:
            same("contribution-kind", kind, counted[party]["kind"], party=party)
            length = len(counted[party]["value"]) // 2
            if not (1 <= length <= 256 if kind == "public" else length == 32):
                raise Refusal("contribution-value", party=party)
            if party in struck:
                raise Refusal("party-twice", party=party)
        elif party in struck:
            reason = "noValue" if kind != "committed" else "notRevealed" if party in committed else "notCommitted"
            same("struck-reason", reason, struck[party], party=party)
        elif record["outcome"] == "drawn":
            raise Refusal("party-missing", party=party)
    if record["outcome"] == "drawn" and not counted:
        raise Refusal("contribution-none")
    return f"{len(counted)} values count, {len(struck)} parties are struck"


def check_times(record, opening):
    """§3: commitments after the opening, all before any reveal, the drawing department's reveal first, public values
    last, none after its deadline. Equal moments pass."""

    def ordered(earlier, later):
        if is_before(later[1], earlier[1]):
            raise Refusal("times", earlier=earlier, later=later)

    drawing = {party["party"] for party in opening["parties"] if party["role"] == "drawing"}
    reveals = [item for item in record["contributions"] if item["kind"] != "public"]
    values = [item for item in record["contributions"] if item["kind"] == "public"]
    deadlines = opening.get("deadlines", {})
    reached = ("openedAt", record["openedAt"])
    end = ("void", record["void"]["at"]) if record["outcome"] == "void" else ("drawnAt", record["drawnAt"])

    def stage(items, deadline=None):
        nonlocal reached
        moments = [(item["party"], item["at"]) for item in items]
        for item in moments:
            ordered(reached, item)
            if deadline:
                ordered(item, ("deadline", deadline))
        reached = max([reached, *moments], key=lambda item: item[1][:-1])

    stage(record["commitments"], deadlines.get("commit"))
    stage([item for item in reveals if item["party"] in drawing], deadlines.get("reveal"))
    stage([item for item in reveals if item["party"] not in drawing], deadlines.get("reveal"))
    for party in opening["parties"]:
        if is_moment(party.get("time")):
            ordered(reached, (party["party"], party["time"]))
            for item in values:
                if item["party"] == party["party"]:
                    ordered(("time", party["time"]), (item["party"], item["at"]))
    stage(values)
    ordered(reached, end)
    for item in record["struck"]:
        ordered(("openedAt", record["openedAt"]), (item["party"], item["at"]))
        ordered((item["party"], item["at"]), end)
    return f"{record['openedAt']} to {end[1]}"


def check_cells(cells, frame_size, units):
    for i, cell in enumerate(cells):
        place = {"stratum": cell["stratum"], "class": cell["class"]}
        if not is_stratum(cell["stratum"]) or not is_class(cell["class"]):
            raise Refusal("cell-name", **place)
        if i > 0 and cell_order(cells[i - 1]) >= cell_order(cell):
            raise Refusal("cell-order", **place)
        if cell["population"] == 0 or not cell["size"] <= cell["drawable"] <= cell["population"]:
            raise Refusal("cell-counts", **place)
    same("population-differs", frame_size, sum(cell["population"] for cell in cells))
    if units is not None:
        counted = ("stratum", "class", "population", "drawable")
        first_difference("cells-differ", cells_of(units), [{name: cell[name] for name in counted} for cell in cells])
    return f"{len(cells)} cells of {frame_size} units"


def check_reserves(task, expected, reserves_per_cell):
    """§6 without the frame: the right number for each cell, ranked after its cutoff, none selected or named twice."""
    used = {unit["id"] for unit in task["selected"]}
    remaining = list(task["reserves"])
    for cell, nanos in zip(task["cells"], expected):
        wanted = max(0, min(reserves_per_cell, cell["drawable"] - cell["size"])) if nanos > 0 else 0
        own, remaining = remaining[:wanted], remaining[wanted:]
        if [(r["stratum"], r["class"]) for r in own] != [(cell["stratum"], cell["class"])] * wanted:
            raise Refusal("reserves-count", stratum=cell["stratum"], expected=wanted)
        before = (cell["cutoff"] or "", "~" * 56)
        for reserve in own:
            if reserve["id"] in used or (reserve["ticket"], reserve["id"]) <= before:
                raise Refusal("reserves-order", id=reserve["id"])
            used.add(reserve["id"])
            before = (reserve["ticket"], reserve["id"])
    if remaining:
        raise Refusal("reserves-count", expected=0, found=len(remaining))


def check_cutoffs(task):
    """§6 without the frame: null just for size 0, else the ticket of a selected unit, another for each cell; and from
    the largest ticket down, the cells whose cutoff reaches it have room for all units so far."""
    tickets = {unit["ticket"] for unit in task["selected"]}
    for cell in task["cells"]:
        if (cell["cutoff"] is None) != (cell["size"] == 0):
            raise Refusal("cutoff-null", stratum=cell["stratum"])
        if cell["cutoff"] is not None:
            if cell["cutoff"] not in tickets:
                raise Refusal("cutoff-unknown", stratum=cell["stratum"], found=cell["cutoff"])
            tickets.remove(cell["cutoff"])
    waiting = sorted((cell["cutoff"], cell["size"]) for cell in task["cells"] if cell["cutoff"] is not None)
    room = 0
    for used, unit in enumerate(reversed(task["selected"]), 1):
        while waiting and waiting[-1][0] >= unit["ticket"]:
            room += waiting.pop()[1]
        if used > room:
            raise Refusal("cutoff-room", ticket=unit["ticket"])


def check_named(task):
    """Where classes are published: of every cell as many selected units as its size, the last of them its cutoff."""
    for cell in task["cells"]:
        place = {"stratum": cell["stratum"], "class": cell["class"]}
        own = [unit["ticket"] for unit in task["selected"] if all(unit[name] == place[name] for name in place)]
        same("cell-units", cell["size"], len(own), **place)
        same("cutoff-differs", max(own, default=None), cell["cutoff"], **place)


def flags_of(cells, expected):
    flags = []
    for cell, nanos in zip(cells, expected):
        holds = {
            "certain": cell["drawable"] > 0 and nanos == cell["drawable"] * NANO,
            "never": nanos == 0,
            "small": cell["drawable"] < 3,
        }
        flags += [{"stratum": cell["stratum"], "class": cell["class"], "flag": flag} for flag in holds if holds[flag]]
    return flags


def first_difference(problem, expected, found):
    for i in range(max(len(expected), len(found))):
        pair = expected[i] if i < len(expected) else None, found[i] if i < len(found) else None
        if pair[0] != pair[1]:
            raise Refusal(problem, at=i, expected=pair[0], found=pair[1])


class Verification:
    """The steps taken on one record: (id, task or None, status, detail) in order."""

    def __init__(self):
        self.steps = []

    def step(self, name, check, task=None):
        """Takes a step; True if it holds."""
        try:
            status, detail = "ok", check()
        except Skip as skip:
            status, detail = "skipped", str(skip)
        except Refusal as refusal:
            status, detail = "failed", {"problem": refusal.problem, **refusal.values}
        self.steps.append((name, task, status, detail))
        return status == "ok"

    @property
    def verified(self):
        return all(status != "failed" for _, _, status, _ in self.steps)

    @property
    def failed(self):
        return [name for name, _, status, _ in self.steps if status == "failed"]


def verify_record(data, frames=(), digest=None, signature=None, opening_signature=None, signed_by=()):
    """Verifies a record; `frames` are (bytes, key), the signatures are detached documents, `signed_by` the public keys
    that may have signed, known from elsewhere: if there are any, the record must be signed by one of them."""
    verification = Verification()
    step = verification.step
    known = {}

    def check_format():
        known["record"] = read_record(data)
        return f"{known['record']['view']} view, {known['record']['outcome']}"

    if not step("format", check_format):
        return verification
    record = known["record"]

    def check_opening():
        document = utf8(record["opening"])
        opening = read_opening(document)
        known.update(opening=opening, H=HASHES[opening["hash"]], digest=HASHES[opening["hash"]](document).hex())
        if record["outcome"] == "drawn" and record["view"] != "subject":
            same("tasks-differ", [task["id"] for task in opening["tasks"]], [task["id"] for task in record["tasks"]])
        return f"draw {opening['draw']}, attempt {opening['attempt']}, digest {known['digest']}"

    step("opening", check_opening)
    if "opening" not in known:
        return verification
    opening, H, opening_digest = known["opening"], known["H"], known["digest"]

    def check_digest():
        found = H(data).hex()
        if digest is None:
            raise Skip(f"not given; it is {found}")
        same("digest-differs", digest, found)
        return found

    def check_seed():
        if record["outcome"] == "void":
            raise Skip("the draw is void")
        same("seed-differs", seed_of(H, opening_digest, record["contributions"]), record["seed"])
        return record["seed"]

    def check_assurance():
        same("assurance-differs", assurance_of(opening, record["contributions"]), record["assurance"])
        same("break-off-differs", can_break_off(opening), record["breakOff"])
        return record["assurance"] + (", could be broken off by silence" if record["breakOff"] else "")

    def check_void():
        distinct(record["void"]["by"], "void.by")
        return f"{record['void']['reason']} ({', '.join(record['void']['by'])})"

    step("digest", check_digest)
    step("commitments", lambda: check_commitments(record, opening, H, opening_digest))
    step("signatures", lambda: check_signatures(record, opening, opening_digest))
    step("contributions", lambda: check_contributions(record, opening))
    step("times", lambda: check_times(record, opening))
    step("seed", check_seed)
    step("assurance", check_assurance)
    if record["outcome"] == "void":
        step("void", check_void)
    elif record["view"] == "subject":
        verify_subject(step, record, opening, H)
    else:
        verify_matches(step, record, opening)
        read = read_frames(H, frames)
        for task in record["tasks"]:
            opened = next((item for item in opening["tasks"] if item["id"] == task["id"]), None)
            if opened:
                verify_task(lambda name, check: step(name, check, task["id"]), record, task, opened, H, read)

    def check_signature(given, message):
        if given is None:
            raise Skip("not given")
        document = SIGNATURE(read_json(given), "")
        same("digest-differs", document["digest"], H(message).hex())
        if signed_by and document["key"] not in signed_by:
            raise Refusal("key-other", key=document["key"])
        if not ALGORITHMS[document["algorithm"]](document["key"], document["signature"], message):
            raise Refusal("signature-wrong", key=document["key"])
        return document["key"] + ("" if signed_by else " (whose key that is must be known from elsewhere)")

    def check_record_signature():
        if signed_by and signature is None:
            raise Refusal("signature-absent")
        return check_signature(signature, data)

    step("opening-signature", lambda: check_signature(opening_signature, utf8(record["opening"])))
    step("record-signature", check_record_signature)
    return verification


def verify_matches(step, record, opening):
    """A match is recomputed from its sealed problem with ri match; here only that it is the opening's is checked."""

    def check_matches():
        same("matches-differ", [match["id"] for match in opening["matches"]], [match["id"] for match in record["matches"]])
        return f"{len(record['matches'])} matches"

    def teams(digest):
        raise Skip(f"once the problem is unsealed, recompute it with ri match and this seed; the result's digest is {digest}")

    if record["matches"] or opening["matches"]:
        step("matches", check_matches)
    for match in record["matches"]:
        step("match", lambda: teams(match["resultDigest"]), match["id"])


def verify_subject(step, record, opening, H):
    """The subject's view: its line is in the frozen frame, and why it was or was not drawn."""
    subject = record["subject"]
    line = subject["line"]

    def check_line():
        opened = next((task for task in opening["tasks"] if task["id"] == subject["task"]), None)
        if not opened:
            raise Refusal("tasks-differ", found=subject["task"])
        same("root-differs", opened["frameRoot"], subject["frameRoot"])
        same("frame-size-differs", opened["frameSize"], subject["frameSize"])
        if not is_id(line["id"]):
            raise Refusal("unit-id", id=line["id"])
        if not is_stratum(line["stratum"]) or not is_class(line["class"]):
            raise Refusal("cell-name", stratum=line["stratum"])
        leaf = leaf_hash(H, leaf_of(subject["salt"], line))
        proof, root = [bytes.fromhex(node) for node in subject["proof"]], bytes.fromhex(subject["frameRoot"])
        if not inclusion_holds(H, leaf, subject["leafIndex"], subject["frameSize"], proof, root):
            raise Refusal("proof-wrong", leafIndex=subject["leafIndex"])
        reasons = subject.get("restingReasons", [])
        if line["standing"] == "drawable" and reasons:
            raise Refusal("resting-reason", found=" ".join(reasons))
        return " ".join([f"{line['id']} is line {subject['leafIndex'] + 1} of {subject['frameSize']}", *reasons])

    def check_drawn():
        ticket, cutoff = subject["ticket"], subject["cutoff"]
        same("ticket-differs", ticket_of(H, record["seed"], line["id"]), ticket)
        drawn = line["standing"] == "drawable" and cutoff is not None and ticket <= cutoff
        same("drawn-differs", drawn, subject["drawn"])
        return f"{'drawn' if drawn else 'not drawn'}: {line['standing']}, ticket {ticket}, cutoff {cutoff}"

    step("subject-line", check_line)
    step("subject-drawn", check_drawn)


def read_frames(H, frames):
    """Each frame as (units, root) or the Refusal it meets."""
    read = []
    for data, key in frames:
        try:
            units = read_frame(data)
            read.append((units, frame_root(H, key, units)))
        except Refusal as refusal:
            read.append(refusal)
    return read


def verify_task(step, record, task, opened, H, frames):
    """The steps on one task. Cells, expected counts and sizes that the record states serve the steps after them."""
    seed, cells, published = record["seed"], task["cells"], "classes" in record
    expected = [int(cell["expectedNano"]) for cell in cells]
    sizes = [cell["size"] for cell in cells]
    known = {}

    def check_design():
        same("design-differs", opened["designDigest"], H(utf8(task["design"])).hex())
        known["design"] = read_design(utf8(task["design"]))
        return f"{known['design']['kind']}, digest {opened['designDigest']}"

    def check_frame():
        if not frames:
            raise Skip("no frame was given")
        for item in frames:
            if not isinstance(item, Refusal) and item[1] == opened["frameRoot"]:
                same("frame-size-differs", opened["frameSize"], len(item[0]))
                known["units"] = item[0]
                return f"{len(item[0])} units, root {item[1]}"
        for item in frames:
            if isinstance(item, Refusal):
                raise item
        raise Refusal("root-differs", expected=opened["frameRoot"], found=frames[-1][1])

    def check_resting():
        found = sum(resting.values())
        same("resting-differs", sum(cell["population"] - cell["drawable"] for cell in cells), found)
        return f"{found} units rest"

    def check_expected():
        if "design" not in known:
            raise Skip("needs the design")
        for cell, computed in zip(cells, expected_counts(known["design"], cells)):
            same("expected-differs", str(computed), cell["expectedNano"], stratum=cell["stratum"], **{"class": cell["class"]})
        return f"{sum(expected)} nanos in all"

    def check_rounding():
        for cell, computed in zip(cells, round_sizes(H, seed, cells, expected)):
            same("size-differs", computed, cell["size"], stratum=cell["stratum"], **{"class": cell["class"]})
        return f"{sum(sizes)} in all"

    def check_tickets():
        listed = task["selected"] + task.get("reserves", [])
        for unit in listed:
            if not is_id(unit["id"]):
                raise Refusal("unit-id", id=unit["id"])
            same("ticket-differs", ticket_of(H, seed, unit["id"]), unit["ticket"], id=unit["id"])
        return f"{len(listed)} tickets"

    def drawn():
        """Selection, reserves and cutoffs of the frame, where it and the cells are known to be right; else None."""
        if "drawn" not in known and "units" in known and known["cells"] and "design" in known:
            reserves_per_cell = known["design"].get("reservesPerCell", 0)
            known["drawn"] = select(H, seed, known["units"], cells, expected, sizes, reserves_per_cell)
        return known.get("drawn")

    def check_selection():
        ranking = [(unit["ticket"], unit["id"]) for unit in task["selected"]]
        if any(a >= b for a, b in zip(ranking, ranking[1:])):
            raise Refusal("selection-order")
        same("selection-total", sum(sizes), len(ranking))
        if published:
            check_named(task)
        if drawn():
            first_difference("selection-differs", drawn()[0], [{"ticket": unit["ticket"], "id": unit["id"]} for unit in task["selected"]])
            if published:
                homes = {unit["id"]: (unit["stratum"], unit["class"]) for unit in known["units"]}
                for unit in task["selected"]:
                    same("unit-cell", homes[unit["id"]], (unit["stratum"], unit["class"]), id=unit["id"])
        return f"{len(ranking)} selected, checked against the {'frame' if drawn() else 'total'}"

    def check_all_reserves():
        if "reserves" not in task:
            raise Skip("not in this view")
        if drawn():
            first_difference("reserves-differ", drawn()[1], task["reserves"])
        elif "design" in known:
            check_reserves(task, expected, known["design"].get("reservesPerCell", 0))
        else:
            raise Skip("needs the design")
        return f"{len(task['reserves'])} reserves"

    def check_all_cutoffs():
        if "reserves" not in task and not published:
            raise Skip("not in this view")
        if drawn():
            first_difference("cutoff-differs", drawn()[2], [cell["cutoff"] for cell in cells])
        check_cutoffs(task)
        return f"{sum(cell['cutoff'] is not None for cell in cells)} cutoffs"

    def check_flags():
        first_difference("flags-differ", flags_of(cells, expected), task["flags"])
        return f"{len(task['flags'])} flags"

    step("design", check_design)
    step("frame", check_frame)
    known["cells"] = step("cells", lambda: check_cells(cells, opened["frameSize"], known.get("units")))
    resting = task.get("directory", {}).get("resting")
    if resting is not None:
        step("resting", check_resting)
    step("expected", check_expected)
    step("rounding", check_rounding)
    step("tickets", check_tickets)
    step("selection", check_selection)
    step("reserves", check_all_reserves)
    step("cutoffs", check_all_cutoffs)
    step("flags", check_flags)


# Vectors --------------------------------------------------------------------------------------------------------------


def verify_vector(directory, name):
    """Recomputes one vector from its frame, design and opening; refuses the first value that differs."""
    given = json.loads((directory / f"{name}.json").read_text(encoding="utf-8"))
    opening_bytes = (directory / f"{name}.opening.json").read_bytes()
    design_bytes = (directory / f"{name}.design.json").read_bytes()
    opening, design = read_opening(opening_bytes), read_design(design_bytes)
    units = read_frame((directory / f"{name}.frame.tsv").read_bytes())
    H = HASHES[opening["hash"]]
    opening_digest = H(opening_bytes).hex()

    same("hash", given["hash"], opening["hash"])
    same("frameSize", given["frameSize"], len(units))
    same("frameRoot", given["frameRoot"], frame_root(H, given["frameKey"], units))
    same("designDigest", given["designDigest"], H(design_bytes).hex())
    same("openingDigest", given["openingDigest"], opening_digest)
    frozen = {name: given[name] for name in ("frameRoot", "frameSize", "designDigest")}
    same("tasks", [{"id": opening["tasks"][0]["id"], **frozen}], opening["tasks"])
    for item in given["contributions"]:
        made = commitment_of(H, opening_digest, item["party"], item["value"]) if item["kind"] == "committed" else None
        same("commitment", item["commitment"], made, party=item["party"])
    seed = seed_of(H, opening_digest, given["contributions"])
    same("seed", given["seed"], seed)

    cells = cells_of(units)
    expected = expected_counts(design, cells)
    sizes = round_sizes(H, seed, cells, expected)
    selected, reserves, cutoffs = select(H, seed, units, cells, expected, sizes, design.get("reservesPerCell", 0))
    full = [
        {**cell, "expectedNano": str(nanos), "size": size, "cutoff": cutoff}
        for cell, nanos, size, cutoff in zip(cells, expected, sizes, cutoffs)
    ]
    first_difference("cells", given["result"]["cells"], full)
    first_difference("selected", given["result"]["selected"], selected)
    first_difference("reserves", given["result"]["reserves"], reserves)
    return f"{len(units)} units, {len(cells)} cells, {len(selected)} selected"


# Command line ---------------------------------------------------------------------------------------------------------


def show(name, task, status, detail):
    values = ", ".join(f"{k}: {v}" for k, v in detail.items()) if isinstance(detail, dict) else detail
    print(f"{status:8}{name if task is None else f'{name} [{task}]'}  {values}")


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Verifies draws of random-inspection-draw/1.")
    parser.add_argument("record", nargs="?", help="a record, in any of its views")
    parser.add_argument("--frame", action="append", default=[], help="canonical frame file; one for each --key")
    parser.add_argument("--key", action="append", default=[], help="frame key, 64 lower-case hex characters")
    parser.add_argument("--digest", help="the digest that the record is said to have")
    parser.add_argument("--signature", help="detached signature document of the record")
    parser.add_argument("--opening-signature", help="detached signature document of the opening")
    parser.add_argument("--signed-by", action="append", default=[], help="public key that must have signed, known from elsewhere")
    parser.add_argument("--vectors", metavar="DIR", help="recompute the vectors of a directory")
    given = parser.parse_args(arguments)
    if (given.record is None) == (given.vectors is None):
        parser.error("name either a record or --vectors")
    if len(given.frame) != len(given.key):
        parser.error("every --frame needs its --key")
    for value in [*given.key, *([given.digest] if given.digest else [])]:
        if not re.fullmatch(r"[0-9a-f]{64}", value):
            parser.error(f"not 64 lower-case hex characters: {value}")

    try:
        if given.vectors:
            directory = Path(given.vectors)
            names = sorted(path.name[: -len(".opening.json")] for path in directory.glob("*.opening.json"))
            if not names:
                parser.error(f"no vectors in {directory}")
            verification = Verification()
            for name in names:
                verification.step(name, lambda: verify_vector(directory, name))
        else:
            frames = [(Path(path).read_bytes(), key) for path, key in zip(given.frame, given.key)]
            signatures = [Path(path).read_bytes() if path else None for path in (given.signature, given.opening_signature)]
            verification = verify_record(Path(given.record).read_bytes(), frames, given.digest, *signatures, given.signed_by)
    except OSError as error:
        parser.error(str(error))
    for step in verification.steps:
        show(*step)
    print("verified" if verification.verified else "NOT verified")
    return 0 if verification.verified else 1


if __name__ == "__main__":
    sys.exit(main())
