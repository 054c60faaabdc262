// §2: reading a design and computing the expected count of every cell, in nanos (BigInt throughout).

import { integer, members, oneOf, readJson, tableOf, text } from './json.mjs';
import { Refusal } from './refusal.mjs';

const NANO = 1_000_000_000n;
const MOST = 2 ** 31 - 1;
const count = integer(0, MOST);
const weights = tableOf(integer(0, 1_000_000));

/** A rate as nanos: `0(\.[0-9]{1,9})?|1(\.0{1,9})?`. */
const rate = (value, path) => {
  const [whole, decimals = ''] = text(/^(?:0(?:\.[0-9]{1,9})?|1(?:\.0{1,9})?)$/, '0.000000000…1')(value, path).split('.');
  return BigInt(whole + decimals.padEnd(9, '0'));
};

const always = { reservesPerCell: count, basis: text() };
const minimumPerStratum = count;
const KINDS = {
  fixed: { kind: text(), size: count, weights, minimumPerStratum, ...always },
  stratumSizes: { kind: text(), sizes: tableOf(count), weights, ...always },
  rates: { kind: text(), rates: tableOf(rate), stratumRates: tableOf(tableOf(rate)), minimumPerStratum, ...always },
};
const OPTIONAL = ['stratumRates', 'minimumPerStratum', 'reservesPerCell', 'basis'];

/** The design that a document's bytes hold; throws a Refusal. */
export function readDesign(bytes) {
  const value = readJson(bytes);
  if (!(value instanceof Map)) throw new Refusal('value', { path: '', found: typeof value, wanted: 'object' });
  if (!value.has('kind')) throw new Refusal('member-missing', { path: '', member: 'kind' });
  const kind = oneOf(...Object.keys(KINDS))(value.get('kind'), 'kind');
  return { reservesPerCell: 0, minimumPerStratum: 0, ...members(KINDS[kind], { optional: OPTIONAL })(value, '') };
}

/**
 * Expected counts in nanos of cells {stratum, class, population, drawable}, given in order; throws a Refusal where
 * design and cells do not fit.
 */
export function expectedCounts(design, cells) {
  const strata = new Map(); // stratum → indices of its cells
  cells.forEach((cell, i) => strata.get(cell.stratum)?.push(i) ?? strata.set(cell.stratum, [i]));
  checkStrata(design, strata);

  const drawable = cells.map((cell) => BigInt(cell.drawable));
  const weight = cells.map((cell) => weightOf(design, cell));
  const weighted = cells.map((cell, i) => BigInt(cell.population) * weight[i]);
  const expected = cells.map(() => 0n);
  const give = (size, indices) => share(BigInt(size), indices, weighted, drawable).forEach((nanos, k) => { expected[indices[k]] = nanos; });
  const sum = (indices, of) => indices.reduce((total, i) => total + of(i), 0n);
  const floorOf = (indices) => min(BigInt(design.minimumPerStratum), sum(indices, (i) => (weight[i] > 0n ? drawable[i] : 0n)));
  const isBelow = (indices) => sum(indices, (i) => expected[i]) < floorOf(indices) * NANO;

  if (design.kind === 'stratumSizes') {
    for (const [stratum, indices] of strata) give(design.sizes.get(stratum), indices);
  } else if (design.kind === 'rates') {
    cells.forEach((_, i) => { expected[i] = min(weighted[i], drawable[i] * NANO); });
    for (const indices of strata.values()) if (isBelow(indices)) give(floorOf(indices), indices);
  } else {
    let left = BigInt(design.size);
    let others = [...strata.values()];
    for (;;) {
      give(left, others.flat());
      const below = others.filter(isBelow);
      if (below.length === 0) break;
      for (const indices of below) {
        give(floorOf(indices), indices);
        left -= floorOf(indices);
      }
      if (left < 0n) throw new Refusal('design-minimum', { size: design.size, minimum: design.minimumPerStratum });
      const fixed = new Set(below);
      others = others.filter((indices) => !fixed.has(indices));
    }
  }
  return expected;
}

/** Share: `size` over the cells of `indices` by their weighted populations, capped at the drawable units. */
function share(size, indices, weighted, drawable) {
  const nanos = indices.map(() => 0n);
  let active = indices.map((_, k) => k).filter((k) => weighted[indices[k]] > 0n && drawable[indices[k]] > 0n);
  const w = (k) => weighted[indices[k]];
  const d = (k) => drawable[indices[k]];
  const room = active.reduce((total, k) => total + d(k), 0n);
  if (size > room) throw new Refusal('design-size', { size: String(size), drawable: String(room) });

  let left = size;
  let total;
  for (;;) {
    total = active.reduce((sum, k) => sum + w(k), 0n);
    const full = new Set(left > 0n ? active.filter((k) => left * w(k) >= d(k) * total) : []);
    if (full.size === 0) break;
    for (const k of full) {
      nanos[k] = d(k) * NANO;
      left -= d(k);
    }
    active = active.filter((k) => !full.has(k));
  }
  if (left === 0n) return nanos;

  let missing = left * NANO;
  const remainder = new Map();
  for (const k of active) {
    const product = left * NANO * w(k);
    nanos[k] = product / total;
    missing -= nanos[k];
    remainder.set(k, product % total);
  }
  active.sort((a, b) => (remainder.get(a) < remainder.get(b) ? 1 : remainder.get(a) > remainder.get(b) ? -1 : a - b));
  for (const k of active.slice(0, Number(missing))) nanos[k] += 1n;
  return nanos;
}

/** The weight (for `rates`: the rate in nanos) that the table in force names for a cell. */
function weightOf(design, cell) {
  const table = design.kind === 'rates' ? design.stratumRates?.get(cell.stratum) ?? design.rates : design.weights;
  if (!table.has(cell.class)) throw new Refusal('design-class', { stratum: cell.stratum, class: cell.class });
  return BigInt(table.get(cell.class));
}

/** Strata in `sizes` are exactly those of the frame; strata in `stratumRates` are in the frame. */
function checkStrata(design, strata) {
  for (const stratum of (design.sizes ?? design.stratumRates ?? new Map()).keys()) {
    if (!strata.has(stratum)) throw new Refusal('design-stratum', { stratum });
  }
  for (const stratum of design.sizes ? strata.keys() : []) {
    if (!design.sizes.has(stratum)) throw new Refusal('design-stratum', { stratum });
  }
}

const min = (a, b) => (a < b ? a : b);
