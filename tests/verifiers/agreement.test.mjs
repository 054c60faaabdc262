// Two implementations that share no line: on records, good and bad, and on random draws they must say the same.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expectedCounts, readDesign } from '../../src/RandomInspection.Web/wwwroot/verify/design.mjs';
import { frameRoot, readFrame, select } from '../../src/RandomInspection.Web/wwwroot/verify/draw.mjs';
import { HASHES } from '../../src/RandomInspection.Web/wwwroot/verify/opening.mjs';
import { verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { roundSizes } from '../../src/RandomInspection.Web/wwwroot/verify/rounding.mjs';
import { VECTOR_NAMES, bytes, documentOf, hashHex, matchRecord, recordOf, voidRecord, witnessedRecord } from './records.mjs';

const python = (cases) => {
  const { status, stdout, stderr } = spawnSync('python3', [fileURLToPath(new URL('agree.py', import.meta.url))], { input: JSON.stringify(cases), encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};
const withoutPython = spawnSync('python3', ['--version']).status === 0 ? false : 'no python3';

/** Numbers that replay: a linear congruential generator. */
const numbers = (seed) => (n) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };

test('Agreement_Records_SameFailedSteps', { skip: withoutPython }, async () => {
  const random = numbers(1);
  const records = [];
  const add = (view, frames = []) => {
    const raw = new TextDecoder().decode(documentOf(view));
    const cases = [raw];
    for (let i = 0; i < 25; i++) { // one character of the document becomes another that stands in it
      const at = random(raw.length);
      cases.push(raw.slice(0, at) + raw[random(raw.length)] + raw.slice(at + 1));
    }
    for (const record of cases) records.push({ record, frames: frames.map((frame) => [new TextDecoder().decode(frame.bytes), frame.key]) });
  };
  for (const name of VECTOR_NAMES.filter((item) => item !== 'pub-city' && item !== 'pub-tiny-rates')) {
    const { auditor, open, subject, frame, key } = recordOf(name);
    add(auditor, [{ bytes: frame, key }]);
    add(auditor);
    add(open);
    add(subject(3));
  }
  for (const rests of [false, true]) {
    const { auditor, open, subject, frame, keys } = witnessedRecord({ rests });
    for (const view of [auditor, open, subject(1, 1), subject(4)]) add(view, keys.map((key) => ({ bytes: frame, key })));
  }
  add(voidRecord().auditor);
  add(matchRecord().auditor);
  add(matchRecord().open);

  const theirs = python({ records, draws: [] }).records;
  for (const [i, { record, frames }] of records.entries()) {
    const steps = await verifyRecord(bytes(record), { frames: frames.map(([frameText, key]) => ({ bytes: bytes(frameText), key })) });
    const ours = steps.filter((step) => step.status === 'failed').map((step) => step.id);
    assert.deepEqual(ours, theirs[i], record);
  }
  assert.ok(theirs.some((failed) => failed.length === 0) && theirs.some((failed) => failed.length > 0));
});

/** A random draw: up to 40 units in strata of several depths, designs of every kind, some of which must be refused. */
function randomDraw(i) {
  const random = numbers(i);
  const pick = (items) => items[random(items.length)];
  const strata = ['a', 'a/b', 'a b', 'a/b/c', 'a-/b', '和平区/F', '和平区', 'Ａ', '\u{20000}/x'].slice(0, 1 + random(9));
  const classes = ['A', 'B', '!', 'constructor'].slice(0, 1 + random(4));
  const lines = Array.from({ length: random(41) }, (_, n) => `u${String(n).padStart(3, '0')}\t${pick(strata)}\t${pick(classes)}\t${random(5) ? 'drawable' : 'resting'}\n`);
  const used = [...new Set(lines.map((line) => line.split('\t')[1]))];
  const table = (value) => Object.fromEntries(classes.map((name) => [name, value()]));
  const weights = () => table(() => pick([0, 1, 3, 10, 30, 1_000_000]));
  const rates = () => table(() => pick(['0', '0.01', '0.3', '0.333333333', '0.999999999', '1']));
  const kind = pick(['fixed', 'fixed', 'stratumSizes', 'rates', 'rates']);
  const design = {
    fixed: () => ({ kind, size: random(lines.length + 1), weights: weights() }),
    stratumSizes: () => ({ kind, sizes: Object.fromEntries(used.map((stratum) => [stratum, random(4)])), weights: weights() }),
    rates: () => ({ kind, rates: rates(), ...(random(2) && used.length > 0 ? { stratumRates: { [pick(used)]: rates() } } : {}) }),
  }[kind]();
  if (kind !== 'stratumSizes' && random(2)) design.minimumPerStratum = random(4);
  if (random(2)) design.reservesPerCell = random(4);
  return { hash: pick(['sha-256', 'sm3']), seed: hashHex('sha-256', `seed ${i}`), frame: lines.join(''), design: JSON.stringify(design) };
}

function drawOf({ hash, seed, frame: frameText, design: designText }) {
  const H = HASHES.get(hash);
  const frame = readFrame(bytes(frameText));
  const design = readDesign(bytes(designText));
  let expected;
  try {
    expected = expectedCounts(design, frame.cells);
  } catch (refusal) {
    return { problem: refusal.problem };
  }
  const sizes = roundSizes(H, seed, frame.cells, expected);
  const { selected, reserves, cutoffs } = select(H, seed, frame, sizes, expected, design.reservesPerCell);
  const cells = frame.cells.map((cell, i) => ({ ...cell, expectedNano: String(expected[i]), size: sizes[i], cutoff: cutoffs[i] }));
  return { root: frameRoot(H, seed, frame), cells, selected, reserves };
}

test('Agreement_RandomDraws_SameResultOrSameRefusal', { skip: withoutPython }, () => {
  const draws = Array.from({ length: 1500 }, (_, i) => randomDraw(i));
  const theirs = python({ records: [], draws }).draws;
  draws.forEach((draw, i) => assert.deepEqual(drawOf(draw), theirs[i], JSON.stringify(draw)));
  assert.ok(theirs.filter((result) => result.selected?.length > 0).length > 500);
  for (const problem of ['design-size', 'design-minimum']) assert.ok(theirs.some((result) => result.problem === problem), problem);
});

/** §5: whatever the seed, every prefix of the stratum path gets the floor or the ceiling of its expected count. */
test('Rounding_RandomDraws_EveryPrefixGetsFloorOrCeiling', () => {
  const NANO = 1_000_000_000n;
  for (let i = 0; i < 1500; i++) {
    const result = drawOf(randomDraw(i));
    if (result.problem) continue;
    const sums = new Map();
    for (const cell of result.cells) {
      const labels = cell.stratum.split('/');
      const prefixes = [...labels.keys()].map((n) => `${labels.slice(0, n + 1).join('/')}/`);
      for (const prefix of ['', ...prefixes, cell.stratum, `${cell.stratum}\t${cell.class}`]) {
        const sum = sums.get(prefix) ?? [0n, 0n];
        sums.set(prefix, [sum[0] + BigInt(cell.expectedNano), sum[1] + BigInt(cell.size)]);
      }
    }
    for (const [prefix, [expected, size]] of sums) {
      assert.ok(size === expected / NANO || size === (expected + NANO - 1n) / NANO, `draw ${i}, ${prefix}: ${size} of ${expected}`);
    }
  }
});
