import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedCounts, readDesign } from '../../src/RandomInspection.Web/wwwroot/verify/design.mjs';
import { frameRoot, readFrame, select } from '../../src/RandomInspection.Web/wwwroot/verify/draw.mjs';
import { hexDigest } from '../../src/RandomInspection.Web/wwwroot/verify/hash.mjs';
import { HASHES, commitmentOf, readOpening, seedOf } from '../../src/RandomInspection.Web/wwwroot/verify/opening.mjs';
import { roundSizes } from '../../src/RandomInspection.Web/wwwroot/verify/rounding.mjs';
import { VECTOR_NAMES, vector } from './records.mjs';

test('Vectors_Directory_HasThemAll', () => assert.ok(VECTOR_NAMES.length >= 14));

for (const name of VECTOR_NAMES) {
  test(`Vector_${name}_RecomputedFromFrameDesignAndOpening_SameInEveryValue`, () => {
    const given = vector(name);
    const opening = readOpening(given.opening);
    const H = HASHES.get(opening.hash);
    const openingDigest = hexDigest(H, given.opening);
    assert.equal(openingDigest, given.openingDigest);

    const frame = readFrame(given.frame);
    assert.equal(frame.size, given.frameSize);
    assert.equal(frameRoot(H, given.frameKey, frame), given.frameRoot);
    assert.equal(hexDigest(H, given.design), given.designDigest);
    assert.deepEqual(opening.tasks, [{ id: 'task-1', frameRoot: given.frameRoot, frameSize: given.frameSize, designDigest: given.designDigest }]);

    for (const { party, kind, value, commitment } of given.contributions) {
      assert.equal(kind === 'committed' ? commitmentOf(H, openingDigest, party, value) : null, commitment);
    }
    const seed = seedOf(H, openingDigest, given.contributions);
    assert.equal(seed, given.seed);

    const design = readDesign(given.design);
    const expected = expectedCounts(design, frame.cells);
    const sizes = roundSizes(H, seed, frame.cells, expected);
    const { selected, reserves, cutoffs } = select(H, seed, frame, sizes, expected, design.reservesPerCell);
    const cells = frame.cells.map((cell, i) => ({ ...cell, expectedNano: String(expected[i]), size: sizes[i], cutoff: cutoffs[i] }));
    assert.deepEqual({ cells, selected, reserves }, given.result);
  });
}
