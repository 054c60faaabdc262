#!/usr/bin/env python3
"""Verifies matches of random-inspection-match/1 with nothing but the standard library of Python 3.9.

    verify_match.py problem.json result.json            recomputes the result from problem and seed, bit for bit
    verify_match.py --check problem.json result.json    checks it without recomputing it: eligibility, distinctness, capacities,
                                                        balance (no improving path), the certificate's sum, the digests
    verify_match.py --vectors DIRECTORY                 runs the instances of a directory and compares with what is known of them

Exit code 0: verified, 1: not verified, 2: bad input. The sections follow docs/match-specification.md, so that the two can be read side by
side. Recomputing is meant for small and middling problems (a thousand visits take a minute); --check also does large ones.
"""

import argparse
import datetime
import hashlib
import json
import sys
from pathlib import Path

SPECIFICATION = "random-inspection-match/1"


class Wrong(Exception):
    """The result is not what it must be."""


def require(holds, *what):
    if not holds:
        raise Wrong(" ".join(str(w) for w in what))


# Problem --------------------------------------------------------------------------------------------------------------


def by_bytes(text):
    return text.encode("utf-8")


def no_duplicates(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a member stands twice")
    return value


def members(value, required, optional):
    unknown = set(value) - set(required) - set(optional)
    missing = set(required) - set(value)
    if unknown or missing:
        raise ValueError(f"unknown {sorted(unknown)}, missing {sorted(missing)}")


def interval(value):
    members(value, ["from", "to"], [])
    first, last = (datetime.date.fromisoformat(value[end]) for end in ("from", "to"))
    if last < first:
        raise ValueError(f"ends before it begins: {value}")
    return {"from": first.isoformat(), "to": last.isoformat()}


def regions(value):
    texts = value.get("regions", ["*"])
    if not texts:
        raise ValueError("no regions")
    return ["*"] if "*" in texts else sorted(texts, key=by_bytes)


def canonical(problem):
    """The canonical problem: members in a fixed order, sets in the order of bytes, defaults filled in."""
    members(problem, ["visits", "inspectors"], ["exclusions", "locked", "loadPolicy"])
    visits = []
    for visit in problem["visits"]:
        members(visit, ["id", "teams"], ["window"])
        teams = []
        for team in visit["teams"]:
            members(team, ["department", "count"], ["qualifications", "regions"])
            teams.append(
                {
                    "department": team["department"],
                    "count": team["count"],
                    "qualifications": sorted(team.get("qualifications", []), key=by_bytes),
                    "regions": regions(team),
                }
            )
        teams.sort(key=team_order)
        visits.append({"id": visit["id"], **({"window": interval(visit["window"])} if "window" in visit else {}), "teams": teams})
    inspectors = []
    for i in problem["inspectors"]:
        members(i, ["id", "department"], ["regions", "qualifications", "capacity", "prior", "leave", "certificateValidFrom", "certificateValidTo"])
        entry = {"id": i["id"], "department": i["department"], "regions": regions(i), "qualifications": sorted(i.get("qualifications", []), key=by_bytes)}
        if "capacity" in i:
            entry["capacity"] = i["capacity"]
        entry["prior"] = i.get("prior", 0)
        entry["leave"] = sorted((interval(leave) for leave in i.get("leave", [])), key=lambda leave: (leave["from"], leave["to"]))
        entry.update({end: i[end] for end in ("certificateValidFrom", "certificateValidTo") if end in i})
        inspectors.append(entry)
    locked = [{m: seat[m] for m in ("visit", "inspector", "department", "reason", "approver") if m in seat} for seat in problem.get("locked", [])]
    return {
        "visits": sorted(visits, key=lambda visit: by_bytes(visit["id"])),
        "inspectors": sorted(inspectors, key=lambda inspector: by_bytes(inspector["id"])),
        "exclusions": sorted(
            ({m: e[m] for m in ("visit", "inspector", "code")} for e in problem.get("exclusions", [])),
            key=lambda e: (by_bytes(e["visit"]), by_bytes(e["inspector"]), by_bytes(e["code"])),
        ),
        "locked": sorted(locked, key=lambda seat: (by_bytes(seat["visit"]), by_bytes(seat["inspector"]))),
        "loadPolicy": problem.get("loadPolicy", "balanced"),
    }


def team_order(team):
    return by_bytes(team["department"]), [by_bytes(t) for t in team["qualifications"]], [by_bytes(t) for t in team["regions"]]


def digest(value):
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")).hexdigest()


def eligible(inspector, team, window):
    """Exclusions aside."""
    if inspector["department"] != team["department"]:
        return False
    if "*" not in team["regions"] and "*" not in inspector["regions"] and not set(team["regions"]) & set(inspector["regions"]):
        return False
    if not set(team["qualifications"]) <= set(inspector["qualifications"]):
        return False
    if window is None:
        return True
    if inspector.get("certificateValidFrom", "") > window["from"] or inspector.get("certificateValidTo", "9999-99-99") < window["to"]:
        return False
    return not any(leave["from"] <= window["to"] and leave["to"] >= window["from"] for leave in inspector["leave"])


# Random integers ------------------------------------------------------------------------------------------------------


class Stream:
    def __init__(self, problem, seed, label):
        self.prefix, self.counter, self.words = f"{SPECIFICATION}\n{problem}\n{seed}\n{label}\n", 0, []

    def below(self, bound):
        while True:
            if not self.words:
                block = hashlib.sha256(f"{self.prefix}{self.counter}".encode()).digest()
                self.counter += 1
                self.words = [int.from_bytes(block[i : i + 8], "big") for i in (24, 16, 8, 0)]
            word = self.words.pop()
            if word < (1 << 64) // bound * bound:
                return word % bound

    def shuffle(self, count):
        numbers = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.below(i + 1)
            numbers[i], numbers[j] = numbers[j], numbers[i]
        return numbers


# Stage A: relabel -----------------------------------------------------------------------------------------------------


class Match:
    """A problem relabelled by a seed, and who sits where. Teams and inspectors are numbers from here on."""

    def __init__(self, problem, seed):
        self.problem = problem = canonical(problem)
        self.digest, self.seed = digest(problem), seed
        self.balanced = problem["loadPolicy"] == "balanced"
        stream = Stream(self.digest, seed, "relabel")
        visits, inspectors = problem["visits"], problem["inspectors"]
        visit_at, self.inspector_at = stream.shuffle(len(visits)), stream.shuffle(len(inspectors))
        keys = [[(*team_order(team), *visit.get("window", {}).values()) for team in visit["teams"]] for visit in visits]
        first = {}
        for visit_keys in keys:
            for key in visit_keys:
                first.setdefault(repr(key), len(first))
        class_at = stream.shuffle(len(first))
        position = {number: at for at, number in enumerate(class_at)}
        order = sorted((position[first[repr(key)]], at, place) for at, visit in enumerate(visit_at) for place, key in enumerate(keys[visit]))
        self.class_of = [c for c, _, _ in order]
        self.visit_of = [at for _, at, _ in order]
        self.place = [(visit_at[at], place) for _, at, place in order]
        self.number = {place: team for team, place in enumerate(self.place)}
        self.need = [visits[visit]["teams"][place] for visit, place in self.place]
        people = [inspectors[i] for i in self.inspector_at]
        self.capacity = [p.get("capacity", len(visits) + 1) for p in people]
        self.level = [p["prior"] for p in people]
        self.load = [0] * len(people)
        excluded = {}
        for e in problem["exclusions"]:
            excluded.setdefault(e["visit"], set()).add(e["inspector"])
        pools, self.pool, self.out, self.open = {}, [], [], []
        for team, (visit, _) in enumerate(self.place):
            if self.class_of[team] not in pools:
                window = visits[visit].get("window")
                pools[self.class_of[team]] = [i for i, p in enumerate(people) if eligible(p, self.need[team], window)]
            self.pool.append(pools[self.class_of[team]])
            names = excluded.get(visits[visit]["id"], set())
            self.out.append({i for i in self.pool[-1] if people[i]["id"] in names})
            self.open.append(self.need[team]["count"])
        self.in_pool = [set(pool) for pool in self.pool]
        self.active = len({i for pool in pools.values() for i in pool})
        self.siblings = [[] for _ in order]
        for team, (visit, _) in enumerate(self.place):
            for place, other in enumerate(visits[visit]["teams"]):
                if self.number[visit, place] != team and other["department"] == self.need[team]["department"]:
                    self.siblings[team].append(self.number[visit, place])
            self.siblings[team].sort()
        self.movable = [set() for _ in order]
        self.locked = [set() for _ in order]
        self.held = [set() for _ in people]
        self.seat_locked(people)

    def seat_locked(self, people):
        at = {p["id"]: i for i, p in enumerate(people)}
        visit_at = {visit["id"]: i for i, visit in enumerate(self.problem["visits"])}
        for seat in self.problem["locked"]:
            visit, i = visit_at[seat["visit"]], at[seat["inspector"]]
            teams = [self.number[visit, place] for place in range(len(self.problem["visits"][visit]["teams"]))]
            team = next((t for t in teams if self.need[t]["department"] == seat["department"] and i in self.in_pool[t] and i not in self.out[t] and self.open[t] > 0), None)
            if team is None:
                raise ValueError(f"the lock {seat} breaks eligibility")
            self.locked[team].add(i)
            self.open[team] -= 1
            self.level[i] += 1
            self.load[i] += 1

    # Who sits where

    def add(self, team, i):
        self.movable[team].add(i)
        self.held[i].add(team)
        self.open[team] -= 1
        self.level[i] += 1
        self.load[i] += 1

    def remove(self, team, i):
        self.movable[team].remove(i)
        self.held[i].remove(team)
        self.open[team] += 1
        self.level[i] -= 1
        self.load[i] -= 1

    def in_visit(self, team, i):
        return any(i in self.movable[t] or i in self.locked[t] for t in [team, *self.siblings[team]])

    def may_take(self, team, i):
        return i not in self.out[team] and not self.in_visit(team, i)

    def spare(self, i):
        return self.load[i] < self.capacity[i]

    def comes_over(self, team, sibling):
        return min((i for i in self.movable[sibling] if i in self.in_pool[team]), default=None)

    # Stage B: greedy

    def greedy(self):
        for team in range(len(self.pool)):
            for _ in range(self.open[team]):
                free = [(self.level[i], i) for i in self.pool[team] if self.spare(i) and self.may_take(team, i)]
                if free:
                    self.add(team, min(free)[1])

    # Stages C and D: phases. A node is ("t", team) or ("i", inspector).

    def arcs(self, node):
        kind, n = node
        if kind == "i":
            return [("t", team) for team in sorted(self.held[n])]
        inspectors = [("i", i) for i in self.pool[n] if self.may_take(n, i)]
        return inspectors + [("t", s) for s in self.siblings[n] if self.comes_over(n, s) is not None]

    def layers(self, sources, target, done=frozenset()):
        """Distances from the sources, and that of the first target; nodes that are done lead to no target and are left out."""
        layer, current, depth = {s: 0 for s in sources}, list(sources), 0
        while current:
            depth += 1
            following = []
            for node in current:
                for arc in self.arcs(node):
                    if arc not in layer and arc not in done:
                        layer[arc] = depth
                        following.append(arc)
            if any(node[0] == "i" and target(node[1]) for node in following):
                return layer, depth
            current = following
        return layer, None

    def shift(self, start, layer, depth, target, dead):
        """Depth first along the layers; a node without a way on is dead for the phase."""
        path = [start]
        while path:
            node = path[-1]
            if node[0] == "i" and layer[node] == depth:
                self.apply(path)
                return True
            for arc in self.arcs(node):
                if layer.get(arc) == layer[node] + 1 and arc not in dead and (layer[arc] < depth or (arc[0] == "i" and target(arc[1]))):
                    path.append(arc)
                    break
            else:
                dead.add(path.pop())
        return False

    def apply(self, path):
        for (kind, a), (next_kind, b) in zip(path, path[1:]):
            if kind == "i":
                self.remove(b, a)
            elif next_kind == "i":
                self.add(a, b)
            else:
                i = self.comes_over(a, b)
                self.remove(b, i)
                self.add(a, i)

    def complete(self):
        while True:
            sources = [("t", team) for team in range(len(self.pool)) if self.open[team] > 0]
            layer, depth = self.layers(sources, self.spare)
            if depth is None:
                self.reached = layer
                return
            dead = set()
            for source in sources:
                while self.open[source[1]] > 0 and source not in dead and self.shift(source, layer, depth, self.spare, dead):
                    pass

    def balance(self):
        level = max(self.level, default=0)
        while level >= 2:
            low = lambda i: self.level[i] <= level - 2 and self.spare(i)
            sources = [("i", i) for i in range(len(self.level)) if self.level[i] == level]
            layer, depth = self.layers(sources, low)
            if depth is None:
                level -= 1
                continue
            dead = set()
            for source in sources:
                self.shift(source, layer, depth, low, dead)

    # Stage E: mix

    def mix(self, factor):
        seats = [team for team, inside in enumerate(self.movable) for _ in inside]
        if not seats:
            return
        stream, n = Stream(self.digest, self.seed, "mix"), self.active
        start = {}
        for s, team in enumerate(seats):
            start.setdefault(team, s)

        def seat():
            s = stream.below(len(seats))
            return seats[s], sorted(self.movable[seats[s]])[s - start[seats[s]]]

        between = max(8, n // 64)
        for round_ in range(1, factor * n * (n.bit_length() + 4) + 1):
            self.trade(stream, *seat())
            if round_ % between == 0:
                self.hole_walk(stream, *seat())

    def trade(self, stream, team, a):
        b = self.pool[team][stream.below(len(self.pool[team]))]
        if a == b:
            return
        seats = sorted(
            [t for t in self.held[a] if b in self.in_pool[t] and self.may_take(t, b)] + [t for t in self.held[b] if a in self.in_pool[t] and self.may_take(t, a)]
        )
        if not seats:
            return
        if not self.balanced:
            coins = [stream.below(2) for _ in seats]
            owners = [(a, b)[coin] for coin in coins]
            rest = {i: self.load[i] - len([t for t in seats if t in self.held[i]]) for i in (a, b)}
            if all(rest[i] + owners.count(i) <= self.capacity[i] for i in (a, b)):
                return self.deal(seats, owners, a, b)
        if self.level[b] > self.level[a]:
            a, b = b, a
        mine = len([t for t in seats if t in self.held[a]])
        odd = self.balanced and self.level[a] == self.level[b] + 1 and self.spare(b)
        items = list(range(len(seats) + odd))
        for_a = 2 * mine <= len(items)
        drawn = mine if for_a else len(items) - mine
        for i in range(drawn):
            j = i + stream.below(len(items) - i)
            items[i], items[j] = items[j], items[i]
        chosen = set(items[:drawn])
        self.deal(seats, [a if (i in chosen) == for_a else b for i in range(len(seats))], a, b)

    def deal(self, seats, owners, a, b):
        for team, owner in zip(seats, owners):
            other = b if owner == a else a
            if team in self.held[other]:
                self.remove(team, other)
                self.add(team, owner)

    def hole_walk(self, stream, hole, first):
        log = []

        def move(team, i, joins):
            (self.add if joins else self.remove)(team, i)
            log.append((team, i, joins))

        move(hole, first, False)
        level = self.level[first]
        for _ in range(256):
            i = self.pool[hole][stream.below(len(self.pool[hole]))]
            if i in self.out[hole]:
                continue
            if self.in_visit(hole, i):
                sibling = next((s for s in self.siblings[hole] if i in self.movable[s]), None)
                if sibling is not None:
                    move(sibling, i, False)
                    move(hole, i, True)
                    hole = sibling
            elif (not self.balanced or self.level[i] == level) and self.spare(i):
                move(hole, i, True)
                return
            elif self.held[i]:
                source = sorted(self.held[i])[stream.below(len(self.held[i]))]
                move(source, i, False)
                move(hole, i, True)
                hole = source
        for team, i, joined in reversed(log):
            (self.remove if joined else self.add)(team, i)

    # Result

    def name(self, i):
        return self.problem["inspectors"][self.inspector_at[i]]["id"]

    def run(self, factor):
        self.greedy()
        self.complete()
        self.missing = sum(self.open)
        if self.balanced:
            self.balance()
        self.mix(factor)
        teams = []
        for at, visit in enumerate(self.problem["visits"]):
            for place, need in enumerate(visit["teams"]):
                team = self.number[at, place]
                names = sorted((self.name(i) for i in self.movable[team] | self.locked[team]), key=by_bytes)
                teams.append({"visit": visit["id"], "department": need["department"], "inspectors": names})
        levels = {self.name(i): self.level[i] for i in range(len(self.level))}
        return {
            "specification": SPECIFICATION,
            "problem": self.digest,
            "seed": self.seed,
            "mixFactor": factor,
            "teams": teams,
            "levels": {i["id"]: levels[i["id"]] for i in self.problem["inspectors"]},
        }


def counted(result):
    """What the digest is taken of."""
    teams = [{m: team[m] for m in ("visit", "department", "inspectors")} for team in result["teams"]]
    return {**{m: result[m] for m in ("specification", "problem", "seed", "mixFactor")}, "teams": teams, "levels": result["levels"]}


def recompute(problem, result):
    match = Match(problem, result["seed"])
    due = match.run(result["mixFactor"])
    found = counted(result)
    for member in due:
        require(due[member] == found[member], member, "differ: due", due[member], "found", found[member])
    require(digest(due) == result["digest"], "the digest differs")
    require(match.missing == (result["short"] or {"missing": 0})["missing"], "missing seats differ")
    check(problem, result)
    return match


# A check without recomputation ----------------------------------------------------------------------------------------


def check(problem, result):
    """Everything but the chance: feasible, as complete and as even as can be, and the certificate true."""
    problem = canonical(problem)
    require(result["specification"] == SPECIFICATION, "specification", result["specification"])
    require(digest(problem) == result["problem"], "the problem's digest differs")
    require(digest(counted(result)) == result["digest"], "the result's digest differs")
    require((result["mixFactor"] == 0) == result.get("unmixed", False), "unmixed")
    inspectors = {i["id"]: i for i in problem["inspectors"]}
    excluded = {(e["visit"], e["inspector"]) for e in problem["exclusions"]}
    locked = {(seat["visit"], seat["inspector"]) for seat in problem["locked"]}
    needs = [(visit, need) for visit in problem["visits"] for need in visit["teams"]]
    require(len(needs) == len(result["teams"]), "number of teams")
    load, in_visit, empty = dict.fromkeys(inspectors, 0), {}, 0
    for (visit, need), team in zip(needs, result["teams"]):
        require((team["visit"], team["department"]) == (visit["id"], need["department"]), "order of teams", team)
        require(len(team["inspectors"]) + team.get("missing", 0) == need["count"], "count", team)
        empty += team.get("missing", 0)
        for i in team["inspectors"]:
            require(i in inspectors and eligible(inspectors[i], need, visit.get("window")), i, "is not eligible for", team)
            require((visit["id"], i) not in excluded, i, "is excluded from", team)
            require(i not in in_visit.setdefault(visit["id"], set()), i, "sits twice in", visit["id"])
            in_visit[visit["id"]].add(i)
            load[i] += 1
    require(all(i in in_visit.get(visit, ()) for visit, i in locked), "a seat given directly is not there")
    for i, inspector in inspectors.items():
        require(load[i] <= inspector.get("capacity", load[i]), i, "is above the capacity")
        require(result["levels"].get(i) == inspector["prior"] + load[i], "level of", i)
    require(list(result["levels"]) == [i["id"] for i in problem["inspectors"]], "order of levels")
    require(sum(level * level for level in result["levels"].values()) == result["report"]["squareSum"], "sum of squares")
    require((result["short"] is None) == (empty == 0), "short")

    # The seats as they stand, under any seed: neither an empty seat can be filled nor, under balance, a level lowered.
    state = Match.__new__(Match)
    Match.__init__(state, problem, result["seed"])
    at = {state.name(i): i for i in range(len(state.level))}
    number = 0
    for v, visit in enumerate(problem["visits"]):
        for place in range(len(visit["teams"])):
            team = state.number[v, place]
            for i in result["teams"][number]["inspectors"]:
                if at[i] not in state.locked[team]:
                    state.add(team, at[i])
            number += 1
    open_teams = [("t", team) for team in range(len(state.pool)) if state.open[team] > 0]
    reached, depth = state.layers(open_teams, state.spare)
    require(depth is None, "an empty seat could be staffed")
    if state.balanced:
        done = set()
        for level in sorted(set(state.level), reverse=True):
            sources = [("i", i) for i in range(len(state.level)) if state.level[i] == level and ("i", i) not in done]
            seen, depth = state.layers(sources, lambda i: state.level[i] <= level - 2 and state.spare(i), done)
            require(depth is None, "the load could be more even: from level", level)
            done |= set(seen)
    if result["short"]:
        certificate(state, reached, result["short"], problem)


def certificate(state, reached, short, problem):
    """The parts are exactly what the empty seats reach, and their sums are true."""
    names = lambda numbers: sorted((state.name(i) for i in numbers), key=by_bytes)
    teams = {n for kind, n in reached if kind == "t"}
    people = {n for kind, n in reached if kind == "i"}
    visit_name = lambda team: problem["visits"][state.place[team][0]]["id"]
    require(sum(part["missing"] for part in short["parts"]) == short["missing"] == sum(state.open), "missing seats")
    require({v for part in short["parts"] for v in part["visits"]} == {visit_name(team) for team in teams}, "visits of the certificate")
    require(sorted(i for part in short["parts"] for i in part["inspectors"]) == sorted(names(people)), "inspectors of the certificate")
    inside = sum(state.need[team]["count"] - len(state.locked[team]) for team in teams)
    require(inside == sum(part["seats"] for part in short["parts"]), "seats of the certificate")
    require(sum(state.capacity[i] - len([t for t in range(len(state.locked)) if i in state.locked[t]]) for i in people) == sum(part["capacity"] for part in short["parts"]), "capacity")
    single = [(team, i) for team in teams for i in state.movable[team] if i not in people]
    require(len(single) == sum(part["singleUse"] for part in short["parts"]), "single use")
    for part in short["parts"]:
        require(part["seats"] - part["capacity"] - part["singleUse"] == part["missing"] > 0, "the sum of a part", part["words"])
        require(part["seats"] == sum(d["seats"] for d in part["demand"]) and part["missing"] == sum(d["missing"] for d in part["demand"]), "demand")
        require(all(1 <= relaxation["helps"] <= part["missing"] for relaxation in part["relaxations"]), "relaxations")


# Vectors --------------------------------------------------------------------------------------------------------------


def run_vectors(folder):
    for path in sorted(Path(folder).glob("*.json")):
        vector = json.loads(path.read_text(encoding="utf-8"))
        known, match = vector["known"], Match(vector["problem"], hashlib.sha256(path.stem.encode()).hexdigest())
        result = match.run(3)
        if known["feasible"]:
            require(match.missing == 0, path.stem, "is feasible")
            require(sum(level * level for level in result["levels"].values()) == known["smallestSquareSum"], path.stem, "sum of squares")
            pairs = {(team["visit"], i) for team in result["teams"] for i in team["inspectors"]}
            require(all(i in known["balancedMarginals"][visit] for visit, i in pairs), path.stem, "a pair that cannot be")
        else:
            require(match.missing == known["certificate"]["deficit"], path.stem, "deficit")
        print(f"{path.stem}: {digest(result)}")


def read(path):
    return json.loads(Path(path).read_text(encoding="utf-8"), object_pairs_hook=no_duplicates)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", metavar="DIRECTORY")
    parser.add_argument("--check", action="store_true", help="check without recomputing")
    parser.add_argument("files", nargs="*", metavar="problem.json result.json")
    arguments = parser.parse_args()
    try:
        if arguments.vectors:
            run_vectors(arguments.vectors)
        else:
            problem, result = (read(path) for path in arguments.files)
            (check if arguments.check else recompute)(problem, result)
            print("checked" if arguments.check else "verified")
    except Wrong as wrong:
        print(f"NOT VERIFIED: {wrong}", file=sys.stderr)
        return 1
    except (ValueError, KeyError, TypeError, OSError) as bad:
        print(f"bad input: {type(bad).__name__}: {bad}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
