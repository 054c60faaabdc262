"""Writes docs/quality/fairness-study.md and its pictures: what systems draw with today, beside random-inspection-draw/1. Standard library only.

    python3 eng/fairness-study.py [frame.tsv]      # a further canonical frame; figures of it are written, the frame is not
"""
import collections
import datetime
import itertools
import math
import pathlib
import random
import sys
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "vectors"))
import hashlib  # noqa: E402
import verify  # noqa: E402  the independent implementation of the draw

PAGE = ROOT / "docs" / "quality" / "fairness-study.md"
PICTURES = ROOT / "docs" / "images"
SEEDS = 4000


def sha256(message):
    return hashlib.sha256(message).digest()


# Exact: the pivotal rounding up a tree, every order of nodes, every branch of every meeting ----------------------------


def meet(rest, size, a, b):
    """Yields (probability, rest, size, the cell still open)."""
    s = rest[a] + rest[b]
    chances = ((a, b, rest[a] / s), (b, a, rest[b] / s)) if s <= 1 else ((a, b, (1 - rest[b]) / (2 - s)), (b, a, (1 - rest[a]) / (2 - s)))
    for winner, loser, p in chances:
        r, z = list(rest), list(size)
        if s < 1:
            r[winner], r[loser], left = s, Fraction(0), winner
        else:
            z[winner] += 1
            r[winner], r[loser] = Fraction(0), s - 1
            left = loser if s > 1 else None
        if p:
            yield p, tuple(r), tuple(z), left


def walk(node, states, order):
    """Follows a node's cells: `states` is [(probability, rest, size, handed up)]."""
    if isinstance(node, int):
        return [(p, r, z, node if r[node] > 0 else None) for p, r, z, _ in states]
    now = [(p, r, z, None) for p, r, z, _ in states]
    for child in order(node):
        after = []
        for p, r, z, carried in now:
            for q, r2, z2, handed in walk(child, [(Fraction(1), r, z, None)], order):
                if carried is None or handed is None:
                    after.append((p * q, r2, z2, carried if handed is None else handed))
                else:
                    after += [(p * q * m, r3, z3, left) for m, r3, z3, left in meet(r2, z2, carried, handed)]
        merged = collections.Counter()
        for p, r, z, carried in after:
            merged[r, z, carried] += p
        now = [(p, r, z, carried) for (r, z, carried), p in merged.items()]
    return now


def rounding(expected, tree, order):
    """The exact distribution of sizes for one order of nodes: {sizes: probability}."""
    size = tuple(int(e) for e in expected)
    rest = tuple(e - int(e) for e in expected)
    law = collections.Counter()
    for p, r, z, left in walk(tree, [(Fraction(1), rest, size, None)], order):
        if left is None:
            law[z] += p
        else:
            up = tuple(n + (i == left) for i, n in enumerate(z))
            law[up] += p * r[left]
            law[z] += p * (1 - r[left])
    return law


def all_orders(expected, strata):
    """The distribution over all orders of strata and of the classes in each; `strata` lists the cells of each."""
    law, orders = collections.Counter(), 0
    for outer in itertools.permutations(strata):
        for inner in itertools.product(*(list(itertools.permutations(s)) for s in outer)):
            orders += 1
            for z, p in rounding(expected, [list(s) for s in inner], lambda node: node).items():
                law[z] += p
    return {z: p / orders for z, p in law.items() if p}


def one_start(expected):
    """Systematic rounding with one random start: the exact distribution of sizes."""
    cumulated = [Fraction(0), *itertools.accumulate(expected)]
    reached = lambda bound, start: 0 if bound <= start else math.ceil(bound - start)
    starts = sorted({c % 1 for c in cumulated} | {Fraction(0), Fraction(1)})
    law = collections.Counter()
    for low, high in zip(starts, starts[1:]):
        law[tuple(reached(b, low) - reached(a, low) for a, b in zip(cumulated, cumulated[1:]))] += high - low
    return law


def largest_correlation(law, stratum_of):
    cells = len(stratum_of)
    mean = [sum(p * z[i] for z, p in law.items()) for i in range(cells)]
    covariance = lambda i, j: sum(p * z[i] * z[j] for z, p in law.items()) - mean[i] * mean[j]
    spread = [covariance(i, i) for i in range(cells)]
    return max(
        abs(float(covariance(i, j))) / math.sqrt(spread[i] * spread[j])
        for i in range(cells) for j in range(i) if stratum_of[i] != stratum_of[j] and spread[i] and spread[j])


# Inclusion probabilities of one list for each method -------------------------------------------------------------------


def successive(weights, size):
    """Efraimidis and Spirakis, choice(p, replace=False): units one after the other, in proportion to the weights left. Exact, small lists."""
    chance = [Fraction(0)] * len(weights)

    def follow(taken, p):
        if len(taken) == size:
            for i in taken:
                chance[i] += p
            return
        left = sum(w for i, w in enumerate(weights) if i not in taken)
        for i, w in enumerate(weights):
            if i not in taken and w:
                follow(taken | {i}, p * w / left)

    follow(frozenset(), Fraction(1))
    return chance


def by_keys(classes, size, law, points=160):
    """Inclusion probabilities of each class if the `size` smallest keys are taken: ∫ P(at most size − 1 other keys are below t) dF(t).

    `classes`: {class: (units, weight)}; `law(weight, t)`: P(key ≤ t). The number of other keys is counted with the normal law (continuity
    corrected), or exactly for lists of at most 40 units."""
    low, high = 0.0, 1.0
    below = lambda t: sum(n * law(w, t) for n, w in classes.values())
    while below(high) < size + 12 * math.sqrt(size) + 12 and high < 1e12:
        high *= 2
        if below(high) >= sum(n for n, _ in classes.values()) - 1e-9:
            break
    # Find the stretch where the answer is neither 0 nor 1.
    def solve(target):
        a, b = 0.0, high
        for _ in range(100):
            m = (a + b) / 2
            a, b = (m, b) if below(m) < target else (a, m)
        return (a + b) / 2
    spread = math.sqrt(size) + 1
    start, end = solve(max(size - 9 * spread, 0)), solve(min(size + 9 * spread, sum(n for n, _ in classes.values()) - 1e-9))
    total = sum(n for n, _ in classes.values())
    if total <= 40:
        start, end, points = 0.0, solve(total - 1e-9), 4000
    chances = {}
    for own, (units, weight) in classes.items():
        chance, before = law(weight, start) if total > 40 else 0.0, law(weight, start)
        for k in range(points):
            t = start + (end - start) * (k + 0.5) / points
            after = law(weight, start + (end - start) * (k + 1) / points)
            chance += (after - before) * at_most(classes, own, size - 1, law, t, exact=total <= 40)
            before = after
        chances[own] = chance
    assert abs(sum(n * chances[c] for c, (n, _) in classes.items()) / size - 1) < 0.001, chances
    return chances


def at_most(classes, own, most, law, t, exact):
    counts = [(n - (name == own), law(w, t)) for name, (n, w) in classes.items()]
    if exact:
        distribution = [1.0]
        for n, p in counts:
            for _ in range(n):
                distribution = [(distribution[i] if i < len(distribution) else 0) * (1 - p) + (distribution[i - 1] * p if i else 0) for i in range(len(distribution) + 1)]
        return sum(distribution[: most + 1])
    mean, variance = sum(n * p for n, p in counts), sum(n * p * (1 - p) for n, p in counts)
    if variance < 1e-12:
        return float(mean <= most + 0.5)
    return 0.5 * math.erfc(-(most + 0.5 - mean) / math.sqrt(2 * variance))


U_OVER_W = lambda w, t: min(1.0, w * t)                      # OrderBy(random / weight)
U_TO_1_W = lambda w, t: 1 - math.exp(-w * t)                 # OrderByDescending(random ^ (1 / weight)), Efraimidis and Spirakis


def u_times_w(classes):
    """OrderByDescending(random × weight): the key is the largest weight less random × weight, so that the smallest is first."""
    top = max(w for _, w in classes.values())
    return lambda w, t: min(1.0, max(0.0, 1 - (top - t) / w))


def log10_choose(n, m):
    return (math.lgamma(n + 1) - math.lgamma(m + 1) - math.lgamma(n - m + 1)) / math.log(10)


def many(log10):
    return f"10^{log10:,.0f}" if log10 >= 6 else f"{round(10 ** log10):,}"


class Frame:
    """A frame, a size and weights, with the stated chances: size × weight / sum of weights, 1 at most."""

    def __init__(self, name, units, weights, size):
        self.name, self.size, self.weights = name, size, weights
        self.units = [unit for unit in units if unit["standing"] == "drawable"]
        self.classes = {c: (n, weights[c]) for c, n in sorted(collections.Counter(u["class"] for u in self.units).items())}
        total = sum(n * w for n, w in self.classes.values())
        self.stated = {c: min(1.0, size * w / total) for c, (_, w) in self.classes.items()}
        assert max(self.stated.values()) < 1, "the figures below are of chances that are not capped"

    def errors(self, chance_of, stated_of):
        found = [chance_of(u) for u in self.units]
        relative = [abs(p / stated_of(u) - 1) for p, u in zip(found, self.units)]
        never = sum(p < 1e-12 for p in found) / len(found)
        return never, max(relative), sum(relative) / len(relative)

    def rows(self):
        n, size, units = len(self.units), self.size, self.units
        equal = lambda u: size / n
        stated = lambda u: self.stated[u["class"]]

        # One random start over the list sorted by stratum and id, whole interval.
        step = n // size
        reached = {id(u) for u in sorted(units, key=lambda u: (u["stratum"], u["id"]))[: step * size]}
        yield "one random start, sorted list", math.log10(step), self.errors(lambda u: 1 / step if id(u) in reached else 0.0, equal)

        # Equal quota for each office: the first label of the stratum.
        offices = collections.Counter(u["stratum"].split("/")[0] for u in units)
        quota = {o: min(offices[o], size // len(offices) + (i < size % len(offices))) for i, o in enumerate(sorted(offices))}
        yield (f"equal quota for each of {len(offices)} offices", sum(log10_choose(offices[o], q) for o, q in quota.items()),
               self.errors(lambda u: quota[u["stratum"].split("/")[0]] / offices[u["stratum"].split("/")[0]], equal))

        # Half-up rounding of the expected count of each stratum and class.
        cells = collections.Counter((u["stratum"], u["class"]) for u in units)
        sizes = {c: min(k, math.floor(k * self.stated[c[1]] + 0.5)) for c, k in cells.items()}
        yield (f"half-up rounding of {len(cells)} cells (draws {sum(sizes.values())})", sum(log10_choose(cells[c], s) for c, s in sizes.items()),
               self.errors(lambda u: sizes[u["stratum"], u["class"]] / cells[u["stratum"], u["class"]], stated))

        for name, law in (("OrderBy(random / weight)", U_OVER_W), ("random^(1/weight), Efraimidis–Spirakis, choice(p)", U_TO_1_W), ("OrderByDescending(random × weight)", u_times_w(self.classes))):
            chances = by_keys(self.classes, size, law)
            yield name, log10_choose(n, size), self.errors(lambda u: chances[u["class"]], stated)

        # Ours: each cell is a simple random sample, its size unbiased; at least the outcomes with every cell at its floor or, one by one, at its ceiling.
        floors = {c: math.floor(k * self.stated[c[1]]) for c, k in cells.items()}
        most = max(cells.values())
        left = size - sum(floors.values())
        gains = sorted((log10_choose(cells[c], floors[c] + 1) - log10_choose(cells[c], floors[c]) for c in cells), reverse=True)
        yield "random-inspection-draw/1", sum(log10_choose(cells[c], f) for c, f in floors.items()) + sum(gains[:left]), (0.0, 0.0, 0.0)


def percent(x):
    return "0" if x == 0 else f"{100 * x:.2g} %" if x < 0.1 else f"{100 * x:.0f} %"


# The parts of the page -------------------------------------------------------------------------------------------------


def by_hand():
    """Eight firms, three to draw."""
    offices = "XXXXXYYZ"
    classes = "AAAADADA"
    weight = {"A": 1, "D": 3}
    weights = [weight[c] for c in classes]
    total = sum(weights)
    stated = [Fraction(3 * w, total) for w in weights]
    lines = ["| Firm | " + " | ".join(f"{o}{i + 1} ({c})" for i, (o, c) in enumerate(zip(offices, classes))) + " | outcomes | never drawn | largest error |", "| --- |" + " ---: |" * 11]

    def row(name, chances, outcomes, due):
        relative = [abs(float(p / d) - 1) for p, d in zip(chances, due)]
        written = [str(p) if isinstance(p, Fraction) else f"{p:.3f}" for p in chances]
        lines.append(f"| {name} | {' | '.join(written)} | {outcomes} | {sum(p == 0 for p in chances)} | {percent(max(relative))} |")

    equal = [Fraction(3, 8)] * 8
    lines.append(f"| *stated, without weights* | {' | '.join(str(p) for p in equal)} | | | |")
    row("one random start, step ⌊8/3⌋ = 2", [Fraction(1, 2)] * 6 + [Fraction(0)] * 2, 2, equal)
    row("equal quota, one for each office", [Fraction(1, 5)] * 5 + [Fraction(1, 2)] * 2 + [Fraction(1)], 10, equal)
    row("half-up rounding of 8·3/8 for each office: 2, 1, 0", [Fraction(2, 5)] * 5 + [Fraction(1, 2)] * 2 + [Fraction(0)], 20, equal)
    lines.append(f"| *stated, D weighs three times A* | {' | '.join(str(p) for p in stated)} | | | |")
    keys = {c: (classes.count(c), weight[c]) for c in "AD"}
    over = by_keys(keys, 3, U_OVER_W)
    row("OrderBy(random / weight)", [over[c] for c in classes], math.comb(8, 3), stated)
    row("Efraimidis–Spirakis, choice(p), random^(1/weight)", successive(weights, 3), math.comb(8, 3), stated)
    times = by_keys(keys, 3, u_times_w(keys))
    row("OrderByDescending(random × weight)", [times[c] for c in classes], math.comb(8, 3), stated)

    # Ours: cells (X, A), (X, D), (Y, A), (Y, D), (Z, A).
    cells = collections.Counter(zip(offices, classes))
    names = sorted(cells)
    expected = [Fraction(3 * cells[c] * weight[c[1]], total) for c in names]
    law = all_orders(expected, [[i for i, c in enumerate(names) if c[0] == o] for o in "XYZ"])
    assert sum(law.values()) == 1
    means = {c: sum(p * z[i] for z, p in law.items()) / cells[c] for i, c in enumerate(names)}
    outcomes = sum(math.prod(math.comb(cells[c], z[i]) for i, c in enumerate(names)) for z in law)
    ours = [means[o, c] for o, c in zip(offices, classes)]
    assert ours == stated
    row("**random-inspection-draw/1**", ours, outcomes, stated)
    return lines


def correlations():
    lines = ["| Strata | Cells of each, expected | outcomes, one start | outcomes, ours | largest correlation, one start | ours |", "| ---: | --- | ---: | ---: | ---: | ---: |"]
    for make_up in (("1/2", "1/4"), ("3/10", "9/20"), ("3/5", "2/5")):
        rests = [Fraction(m) for m in make_up]
        expected, strata = rests * 4, [[2 * s, 2 * s + 1] for s in range(4)]
        ours, start = all_orders(expected, strata), one_start(expected)
        for law in (ours, start):
            assert all(sum(p * z[i] for z, p in law.items()) == expected[i] for i in range(8))
        of = [i // 2 for i in range(8)]
        lines.append(f"| 4, exactly | {', '.join(make_up)} | {len(start)} | {len(ours)} | {largest_correlation(start, of):.3f} | {largest_correlation(ours, of):.3f} |")
    picture = None
    for make_up in (("0.4", "0.3", "0.2", "0.1"), ("0.31", "0.23", "0.15", "0.08")):
        rests = [Fraction(m) for m in make_up]
        expected = rests * 39
        start = one_start(expected)
        cells = [{"stratum": f"s{s:02}", "class": c, "population": 1, "drawable": 1} for s in range(39) for c in "ABCD"]
        nanos = [int(e * 10**9) for e in expected]
        masks, seen = [0] * len(cells), set()
        for i in range(SEEDS):
            sizes = verify.round_sizes(sha256, sha256(f"study {i}".encode()).hex(), cells, nanos)
            seen.add(tuple(sizes))
            for c, n in enumerate(sizes):
                masks[c] |= n << i
        values = []
        for i in range(len(cells)):
            for j in range(i):
                if i // 4 != j // 4:
                    a, b, both = masks[i].bit_count() / SEEDS, masks[j].bit_count() / SEEDS, (masks[i] & masks[j]).bit_count() / SEEDS
                    values.append((both - a * b) / math.sqrt(a * (1 - a) * b * (1 - b)))
        noise = math.sqrt(2 * math.log(len(values))) / math.sqrt(SEEDS)
        lines.append(f"| 39, {SEEDS:,} seeds | {', '.join(make_up)} | {len(start)} | {len(seen):,} different in {SEEDS:,} | {largest_correlation(start, [i // 4 for i in range(len(cells))]):.3f} | {max(map(abs, values)):.3f} (independent cells: about {noise:.3f} by chance) |")
        if picture is None:
            picture = start, [verify.round_sizes(sha256, sha256(f"study {i}".encode()).hex(), cells, nanos) for i in range(4)]
    return lines, picture


def outcome_picture(start, ours):
    """Rows: outcomes; columns: 39 strata; a square's shade is the class drawn there."""
    side, left = 14, 150
    shade = ("1", "0.62", "0.34", "0.1")
    rows = [(f"one start, outcome {i + 1}", z) for i, z in enumerate(start)] + [(f"ours, seed {i + 1} of many", z) for i, z in enumerate(ours)]
    height = 40 + len(rows) * 22
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + 39 * side + 10} {height}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12"><title id="t">Which class is drawn in each of 39 equal strata</title>'
             '<desc id="d">With one random start every stratum draws the same class, and there are four outcomes. Ours mixes the classes.</desc>'
             f'<rect width="100%" height="100%" fill="#fff"/><text x="{left}" y="16">39 strata; the darker, the higher the class (A black … D light)</text>']
    for r, (name, sizes) in enumerate(rows):
        y = 28 + r * 22 + (6 if r >= len(start) else 0)
        parts.append(f'<text x="4" y="{y + 12}">{name}</text>')
        for s in range(39):
            drawn = next(c for c in range(4) if sizes[4 * s + c])
            parts.append(f'<rect x="{left + s * side}" y="{y}" width="{side - 2}" height="16" fill="#000" fill-opacity="{shade[drawn]}" stroke="#000" stroke-width="0.5"/>')
    return "".join(parts) + "</svg>\n"


def error_picture(frame):
    """Chance against what is stated, for each class and method of keys."""
    methods = (("OrderBy(random / weight)", U_OVER_W), ("Efraimidis–Spirakis", U_TO_1_W), ("OrderByDescending(random × weight)", u_times_w(frame.classes)))
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 {20 + 30 * (len(methods) + 1) * len(frame.classes)}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12"><title id="t">Chance of a unit against the stated one, by class</title>']
    parts.append(f'<desc id="d">Frame: {frame.name.replace(chr(96), "")}. Bars end at the true chance divided by the stated one; the line at 1 is what is stated.</desc><rect width="100%" height="100%" fill="#fff"/>')
    scale, x0, y = 120, 300, 30
    found = [(name, by_keys(frame.classes, frame.size, law)) for name, law in methods] + [("random-inspection-draw/1", frame.stated)]
    for c in frame.classes:
        parts.append(f'<text x="4" y="{y}" font-weight="bold">class {c}: stated {100 * frame.stated[c]:.2f} %</text>')
        for name, chances in found:
            y += 22
            ratio = chances[c] / frame.stated[c]
            parts.append(f'<text x="20" y="{y}">{name}</text><rect x="{x0}" y="{y - 10}" width="{ratio * scale:.1f}" height="12" fill="#000" fill-opacity="{0.35 if name[0] != "r" else 1}"/><text x="{x0 + ratio * scale + 6:.1f}" y="{y}">{ratio:.3f}</text>')
        parts.append(f'<line x1="{x0 + scale}" y1="{y - 22 * len(found) + 8}" x2="{x0 + scale}" y2="{y + 4}" stroke="#000" stroke-dasharray="3 2"/>')
        y += 32
    return "".join(parts) + "</svg>\n"


def main():
    units = verify.read_frame((ROOT / "tests/vectors/draw/pub-city.frame.tsv").read_bytes())
    frames = [Frame("the sample city (`tests/vectors/draw/pub-city`), 3,000 units, 150 to draw", units, {"A": 1, "B": 3, "C": 10, "D": 30}, 150)]
    if len(sys.argv) > 1:
        real = verify.read_frame(pathlib.Path(sys.argv[1]).read_bytes())
        frames.append(Frame(f"real firms of one city, {len(real):,} units, 500 to draw (not in the repository)", real, {"A": 1, "B": 2, "C": 10, "D": 30}, 500))
    table, (start, ours) = correlations()
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "fairness-outcomes.svg").write_text(outcome_picture(start, ours), encoding="utf-8")
    (PICTURES / "fairness-errors.svg").write_text(error_picture(frames[0]), encoding="utf-8")
    out = ["# What systems draw with today", "", "Made by `eng/fairness-study.py`, not written by hand: `python3 eng/fairness-study.py" + (" frame.tsv" if len(frames) > 1 else "") + f"`, {datetime.date.today()}.", ""]
    out += ["> 摘要：“排好序、随机起点、等距抽取”时，1,000 户抽 100 户只有 10 种结果；各所平均分配名额、四舍五入都会使小组永远抽不到，或机会相差数倍；",
            "> 按“随机数×权重”排序时，低权重的对象几乎永远抽不到；Efraimidis–Spirakis（`choice(p, replace=False)`、`random^(1/w)`）抽得到所有对象，但机会与公布的不符。",
            "> 本项目（random-inspection-draw/1）每户的机会恰好等于公布的概率，没有一户抽不到，结果的数目大到无法枚举。下列数字全部由程序算出。", ""]
    out += ["Outcomes: how many different lists can come out. Never drawn: units whose chance is 0 (below 10⁻¹²) though the design states a positive one. Error: of a unit's true chance, relative to the stated one.", "",
            "## By hand: eight firms, three to draw", "", "Offices X, Y, Z; classes A and D. Everything is exact (fractions) but for the two orders by plain keys, which are integrals (three digits). Ours: every order of nodes, every branch of every meeting.", "", *by_hand(), ""]
    out += ["## One random start over a sorted list", "",
            f"1,000 choose 100 has {1000 // 100} outcomes with one random start; a simple random sample has {many(log10_choose(1000, 100))}. Two given units come up together with chance {100 * 99 / (1000 * 999) * 100:.2f} % there; with one start {100 * (1 - 99 / 999):.1f} % of all pairs never do, and neighbours on the list never do.",
            "Whoever sorts the list, or knows how it is sorted, knows all outcomes before the draw.", ""]
    for frame in frames:
        out += [f"## {frame.name[0].upper()}{frame.name[1:]}", "", f"Weights {', '.join(f'{c} {w}' for c, w in frame.weights.items())}; units by class {', '.join(f'{c} {n:,}' for c, (n, _) in frame.classes.items())}. The first two methods know no weights; their error is against size / units.", "",
                "| Method | outcomes | never drawn | largest error | mean error |", "| --- | ---: | ---: | ---: | ---: |"]
        for name, outcomes, (never, largest, mean) in frame.rows():
            shown = f"more than {many(outcomes)}" if name.startswith("random-inspection") else many(outcomes)
            bold = "**" if name.startswith("random-inspection") else ""
            out.append(f"| {bold}{name}{bold} | {shown} | {percent(never)} | {percent(largest)} | {percent(mean)} |")
        out.append("")
    out += ["The keys' chances are integrals over the key, the number of smaller keys by the normal law. `OrderBy(random / weight)` is sequential Poisson sampling (Ohlsson 1998): close on a large list, not on a small one (above).",
            "Ours is exact by construction; that the program does it is tested by enumeration (`RoundingExactnessTests`), by counting (`ri audit fairness`) and here by hand.", "",
            "![Chance against the stated one, by class](../images/fairness-errors.svg)", "",
            "## Cells of different strata", "",
            "Rounding expected counts to whole units ties cells together. With one random start over the list of cells, strata of equal make-up all draw the same class at the same time. Ours runs up the tree in an order that the seed shuffles.", "", *table, "",
            "![Which class is drawn in each of 39 strata](../images/fairness-outcomes.svg)", "",
            "Four strata whose total is fixed must correlate a little: what one draws, another cannot. Tests hold these figures (`RoundingCorrelationTests`).", ""]
    PAGE.write_text("\n".join(out), encoding="utf-8")


main()
