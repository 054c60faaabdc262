#!/usr/bin/env python3
"""Verifies matches of random-inspection-match/1 with nothing but the standard library of Python 3.9.

    verify_match.py problem.json result.json            recomputes the result from problem and seed, bit for bit
    verify_match.py --check problem.json result.json    checks it without recomputing it: eligibility, distinctness, capacities,
                                                        balance (no improving path), the certificate's sum, the digests
    verify_match.py [--check] p1 r1 p2 r2 …             the same for several
    verify_match.py --vectors DIRECTORY                 runs the instances of a directory and compares with what is known of them

Exit code 0: verified, 1: not verified, 2: bad input. The sections follow docs/match-specification.md, so that the two can be read side by
side. Recomputing is meant for small and middling problems (a thousand visits take a minute); --check also does large ones.
"""

import argparse
import datetime
import fractions
import hashlib
import json
import sys
from pathlib import Path

SPECIFICATION = "random-inspection-match/1"
LARGEST_REPORT = 200  # teams: the report is recomputed by the plainest means


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
    return inspector["department"] == team["department"] and not obstacles(inspector, team, window)


def obstacles(inspector, team, window):
    """What stands against an inspector of the department: region, qualification, certificate, leave."""
    found = []
    if "*" not in team["regions"] and "*" not in inspector["regions"] and not set(team["regions"]) & set(inspector["regions"]):
        found.append("RI3005")
    if not set(team["qualifications"]) <= set(inspector["qualifications"]):
        found.append("RI3006")
    if window and (inspector.get("certificateValidFrom", "") > window["from"] or inspector.get("certificateValidTo", "9999-99-99") < window["to"]):
        found.append("RI3007")
    if window and any(leave["from"] <= window["to"] and leave["to"] >= window["from"] for leave in inspector["leave"]):
        found.append("RI3008")
    return found


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
                self.path = path
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
        before = [set(inside) for inside in self.movable]
        self.mix(factor)
        self.kept = sum(len(inside & old) for inside, old in zip(self.movable, before))
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


def report(state):
    """Stage F."""
    visits, order = state.problem["visits"], []
    for at, visit in enumerate(visits):
        for place in range(len(visit["teams"])):
            order.append(state.number[at, place])
    first, classes, chances = {}, [], largest_chances(state)
    for team in order:
        first.setdefault(state.class_of[team], team)
    for number, team in first.items():
        need, window = state.need[team], visits[state.place[team][0]].get("window")
        teams = [t for t in order if state.class_of[t] == number]
        classes.append(
            {
                "department": need["department"],
                "qualifications": need["qualifications"],
                "regions": need["regions"],
                **({"window": window} if window else {}),
                "teams": len(teams),
                "seats": sum(state.need[t]["count"] for t in teams),
                "pool": len(state.pool[team]),
                "largestChance": chances[number],
            }
        )
    feasibility = components(state, False)
    balance = components(state, True) if state.balanced else feasibility
    pairs = []
    for team in order:
        for i in sorted(state.movable[team], key=lambda i: by_bytes(state.name(i))):
            if is_forced(state, balance, team, i):
                by = "feasibility" if is_forced(state, feasibility, team, i) else "balance"
                pairs.append({"visit": visits[state.place[team][0]]["id"], "department": state.need[team]["department"], "inspector": state.name(i), "by": by})
    return {
        "squareSum": sum(level * level for level in state.level),
        "movableSeats": sum(len(inside) for inside in state.movable),
        "keptSeats": state.kept,
        "classes": classes,
        "forced": pairs,
    }


def largest_chances(state):
    """The bound of each class: by exchangeable visits and by exchangeable inspectors."""
    visits, people = state.problem["visits"], [state.problem["inspectors"][i] for i in state.inspector_at]
    out = {visit["id"]: frozenset(e["inspector"] for e in state.problem["exclusions"] if e["visit"] == visit["id"]) for visit in visits}
    given = {visit["id"]: frozenset() for visit in visits}
    for team, (visit, place) in enumerate(state.place):
        given[visits[visit]["id"]] |= {(place, i) for i in state.locked[team]}
    kinds = [repr((visit["teams"], visit.get("window"), sorted(out[visit["id"]]), sorted(given[visit["id"]]))) for visit in visits]
    own = []
    for i, person in enumerate(people):
        excluded = sorted(v for v in out if person["id"] in out[v])
        seats = sorted((v, place) for v in given for place, who in given[v] if who == i)
        own.append(repr(({**person, "id": ""}, excluded, seats)))
    chances = {}
    for team, (visit, _) in enumerate(state.place):
        seats = state.need[team]["count"] - len(state.locked[team])
        bound = chances.setdefault(state.class_of[team], fractions.Fraction(0))
        for i in state.pool[team] if seats else []:
            room = state.capacity[i] - state.load[i]
            most = len(state.held[i]) + (min(1, room) if state.balanced else room)
            bound = max(bound, min(fractions.Fraction(1), fractions.Fraction(most, kinds.count(kinds[visit])), fractions.Fraction(seats, own.count(own[i]))))
        chances[state.class_of[team]] = bound
    return chances


def components(state, by_level):
    """The strongly connected component of each team and inspector, with a node through which vacancies pass and sinks through which load does."""
    people, sink = range(len(state.level)), (lambda level: ("s", level)) if by_level else (lambda level: ("s", 0))
    arcs = {("v", 0): [("t", t) for t in range(len(state.pool)) if state.open[t] > 0]}
    for team in range(len(state.pool)):
        arcs["t", team] = [*state.arcs(("t", team)), ("v", 0)]
    for i in people:
        arcs["i", i] = state.arcs(("i", i)) + ([sink(state.level[i])] if state.spare(i) else [])
    for i in people:
        arcs.setdefault(sink(state.level[i]), [])
    for i in people:
        giver = sink(state.level[i] - 1)
        if state.held[i] and giver in arcs:
            arcs[giver].append(("i", i))
    reach = {node: reachable(arcs, node) for node in arcs}
    return {node: min(other for other in reach[node] if node in reach[other]) for node in arcs}


def reachable(arcs, start):
    seen, waiting = {start}, [start]
    while waiting:
        for node in arcs[waiting.pop()]:
            if node not in seen:
                seen.add(node)
                waiting.append(node)
    return seen


def is_forced(state, component, team, i):
    here = component["t", team]
    return component["i", i] != here and not any(component["t", s] == here and i in state.in_pool[s] for s in state.siblings[team])


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
    if len(match.pool) <= LARGEST_REPORT:
        found_report = {**result["report"], "classes": [{**c, "largestChance": fractions.Fraction(*c["largestChance"])} for c in result["report"]["classes"]]}
        due_report = report(match)
        for member in due_report:
            require(due_report[member] == found_report[member], "report:", member, "differ: due", due_report[member], "found", found_report[member])
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
    load, in_visit, empty, pools, out = dict.fromkeys(inspectors, 0), {}, 0, {}, {}
    for visit, i in excluded:
        out.setdefault(visit, []).append(i)
    for (visit, need), team in zip(needs, result["teams"]):
        key = repr((team_order(need), visit.get("window")))
        if key not in pools:
            pools[key] = {i for i, inspector in inspectors.items() if eligible(inspector, need, visit.get("window"))}
        pool = len(pools[key]) - sum(i in pools[key] for i in out.get(visit["id"], ()))
        require(team["pool"] == pool and team.get("hardlyRandom", False) == (pool < max(3, 2 * need["count"])), "pool", pool, team)
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
    """The parts are exactly what the empty seats reach, their sums are true, and everybody is explained."""
    require(sum(part["missing"] for part in short["parts"]) == short["missing"] == sum(state.open), "missing seats")
    due = parts(state, {n for kind, n in reached if kind == "t"}, {n for kind, n in reached if kind == "i"})
    require(len(due) == len(short["parts"]), "number of parts: due", len(due))
    names = lambda numbers: sorted((state.name(i) for i in numbers), key=by_bytes)
    for (teams, people), part in zip(due, short["parts"]):
        single = [(team, i) for team in teams for i in state.movable[team] if i not in people]
        require(part["visits"] == [problem["visits"][v]["id"] for v in sorted({state.place[team][0] for team in teams})], "visits of a part", part["words"])
        require(part["inspectors"] == names(people), "inspectors of a part", part["words"])
        require(part["seats"] == sum(state.need[team]["count"] - len(state.locked[team]) for team in teams), "seats of a part", part["words"])
        require(part["capacity"] == sum(state.capacity[i] - sum(i in locked for locked in state.locked) for i in people), "capacity of a part", part["words"])
        require(part["singleUse"] == len(single) and part["singleUseInspectors"] == names({i for _, i in single}), "single use of a part", part["words"])
        require(part["missing"] == sum(state.open[team] for team in teams), "missing seats of a part", part["words"])
        require(part["seats"] - part["capacity"] - part["singleUse"] == part["missing"] > 0, "the sum of a part", part["words"])
        require(part["seats"] == sum(d["seats"] for d in part["demand"]) and part["missing"] == sum(d["missing"] for d in part["demand"]), "demand")
        require(all(1 <= relaxation["helps"] <= part["missing"] for relaxation in part["relaxations"] or ()), "relaxations")
        found = {i: reason["code"] for reason in part["out"] for i in reason["inspectors"]}
        require(found == why_out(state, teams, people, {i for _, i in single}), "reasons of a part", part["words"])


def parts(state, teams, people):
    """Connected parts, in the order of their first teams."""
    found, left, holders = [], set(teams), {}
    for team in teams:
        for i in state.pool[team]:
            if i in people and i not in state.out[team]:
                holders.setdefault(i, []).append(team)
    for start in sorted(teams, key=lambda team: state.place[team]):
        if start in left:
            left.discard(start)
            inside, who, waiting = {start}, set(), [start]
            while waiting:
                team = waiting.pop()
                near = [s for s in state.siblings[team] if s in left]
                for i in state.pool[team]:
                    if i in people and i not in state.out[team] and i not in who:
                        who.add(i)
                        near += holders[i]
                for other in near:
                    if other in left:
                        left.discard(other)
                        inside.add(other)
                        waiting.append(other)
            found.append((inside, who))
    return found


EXCLUSIONS = {"recusal": "RI3002", "same-subject-last-time": "RI3003", "rotation": "RI3004", "RI3002": "RI3002", "RI3003": "RI3003", "RI3004": "RI3004"}


def why_out(state, teams, people, single):
    """What keeps each inspector of the department from giving more."""
    visits, department = state.problem["visits"], state.need[next(iter(teams))]["department"]
    inside, excluded, why = {visits[state.place[team][0]]["id"] for team in teams}, {}, {}
    for e in state.problem["exclusions"]:
        if e["visit"] in inside:
            excluded.setdefault(e["inspector"], set()).add((e["visit"], EXCLUSIONS.get(e["code"], "RI3011")))
    kinds = {state.class_of[team]: team for team in teams}
    for i, at in enumerate(state.inspector_at):
        person = state.problem["inspectors"][at]
        if person["department"] != department:
            continue
        if i in people:
            why[person["id"]] = "RI3009"
        elif i in single or (any(i in state.in_pool[team] for team in kinds.values()) and person["id"] not in excluded):
            why[person["id"]] = "RI3010"
        elif any(i in state.in_pool[team] for team in kinds.values()):
            why[person["id"]] = min(code for _, code in excluded[person["id"]])
        else:
            found = [obstacles(person, state.need[team], visits[state.place[team][0]].get("window")) for team in kinds.values()]
            fewest = min(len(codes) for codes in found)
            why[person["id"]] = min(codes[0] for codes in found if len(codes) == fewest)
    return why


# Vectors --------------------------------------------------------------------------------------------------------------


# After the match ------------------------------------------------------------------------------------------------------


def replacement(problem, before, request, seed):
    """Who replaces one inspector: the sub-seed, and the moves, none if nobody is left."""
    standing = [(t["visit"], t["department"], t["inspectors"]) for t in before["teams"]]
    vacant = next((at for at, (visit, _, names) in enumerate(standing) if visit == request["visit"] and request["inspector"] in names), None)
    require(vacant is not None, request["inspector"], "is not in a team of", request["visit"])
    department = standing[vacant][1]
    text = f"{SPECIFICATION} replacement\n{seed}\n{request['task']}\n{request['visit']}\n{department}\n{request['counter']}\n"
    sub_seed = hashlib.sha256(text.encode()).hexdigest()
    match = Match(problem, sub_seed)
    at, hole = {match.name(i): i for i in range(len(match.level))}, None
    places = [(v, p) for v, visit in enumerate(match.problem["visits"]) for p in range(len(visit["teams"]))]
    require(len(places) == len(standing), "the teams are another problem's")
    for number, (place, (visit, _, names)) in enumerate(zip(places, standing)):
        team = match.number[place]
        require(match.problem["visits"][place[0]]["id"] == visit, "the teams are another problem's")
        hole = team if number == vacant else hole
        for i in (at[name] for name in names):
            if i not in match.locked[team]:
                match.add(team, i)
    leaving = at[request["inspector"]]
    match.remove(hole, leaving)
    free = [i for i in match.pool[hole] if i != leaving and match.spare(i) and match.may_take(hole, i)]
    if match.balanced and free:
        lowest = min(match.level[i] for i in free)
        free = [i for i in free if match.level[i] == lowest]
    if free:
        chosen = free[Stream(match.digest, sub_seed, "replace").below(len(free))]
        return sub_seed, [{"visit": request["visit"], "department": department, "inspector": match.name(chosen), "from": None}]

    # One shift of stage C, without the one who leaves and without arcs into teams of settled visits.
    visit_of = lambda team: match.problem["visits"][match.place[team][0]]["id"]
    closed = {("i", leaving)} | {("t", t) for t in range(len(match.pool)) if visit_of(t) in request["settled"]}
    inside = [set(people) for people in match.movable]
    layer, depth = match.layers([("t", hole)], match.spare, closed)
    if depth is None or not match.shift(("t", hole), layer, depth, match.spare, set()):
        return sub_seed, []
    teams = [team for kind, team in match.path if kind == "t"]
    moves = []
    for team, source in zip(teams, [*teams[1:], None]):
        (comes,) = match.movable[team] - inside[team]
        moves.append({"visit": visit_of(team), "department": match.need[team]["department"], "inspector": match.name(comes), "from": None if source is None else visit_of(source)})
    return sub_seed, moves


def recompute_replacement(problem, before, replaced, seed):
    sub_seed, moves = replacement(problem, before, replaced, seed)
    require(moves == replaced["moves"], "moves: recomputed", moves)
    require(not moves or sub_seed == replaced["subSeed"], "sub-seed")


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
    parser.add_argument("--replacement", action="store_true", help="recompute replacements: problem.json before.json replacement.json, where before.json is the result or holds the teams as they stood")
    parser.add_argument("files", nargs="*", metavar="problem.json result.json")
    arguments = parser.parse_args()
    try:
        if arguments.vectors:
            run_vectors(arguments.vectors)
        elif arguments.replacement:
            if not arguments.files or len(arguments.files) % 3:
                parser.error("problems, teams before and replacements come in threes")
            for problem, before, replaced in zip(*(arguments.files[i::3] for i in range(3))):
                teams = read(before)
                recompute_replacement(read(problem), teams, read(replaced), teams["seed"])
                print("verified", replaced)
        else:
            if not arguments.files or len(arguments.files) % 2:
                parser.error("problems and results come in pairs")
            for problem, result in zip(arguments.files[::2], arguments.files[1::2]):
                (check if arguments.check else recompute)(read(problem), read(result))
                print("checked" if arguments.check else "verified", result)
    except Wrong as wrong:
        print(f"NOT VERIFIED: {wrong}", file=sys.stderr)
        return 1
    except (ValueError, KeyError, TypeError, OSError) as bad:
        print(f"bad input: {type(bad).__name__}: {bad}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
