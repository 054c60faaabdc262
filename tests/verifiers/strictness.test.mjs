import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedCounts, readDesign } from '../../src/RandomInspection.Web/wwwroot/verify/design.mjs';
import { readFrame } from '../../src/RandomInspection.Web/wwwroot/verify/draw.mjs';
import { readJson } from '../../src/RandomInspection.Web/wwwroot/verify/json.mjs';
import { readOpening } from '../../src/RandomInspection.Web/wwwroot/verify/opening.mjs';
import { bytes, vector } from './records.mjs';

const refuses = (read, document, problem) =>
  assert.throws(() => read(typeof document === 'string' ? bytes(document) : document), (error) => error.problem === problem || assert.fail(`${error.problem ?? error.stack} for ${document}`));

test('Json_StrictGrammar_RefusesWhatIsNotJson', () => {
  for (const document of ['', ' ', '{', '{"a":1', '{"a":1,}', '{"a" 1}', '{a:1}', "{'a':1}", '[1,]', '[1 2]', '[', 'tru', 'nul', '{}{}', '{} x', '"a', '"\t"', '"\\x"', '"\\u12"', '"\\u12g4"',
    '"\\ud800"', '"\\udc00\\ud800"', '{"a":1}\v', '\u00a0{}', '// x\n{}', '1_000', `${'['.repeat(40)}${']'.repeat(40)}`]) refuses(readJson, document, 'json');
  for (const document of ['01', '-0', '-1', '1.0', '1e3', '1E0', '+1', '.5', 'NaN', 'Infinity', '0x10', 'undefined', '9'.repeat(16)]) refuses(readJson, document, 'json-integer');
  for (const document of ['{"a":1,"a":1}', '{"a":1,"\\u0061":2}', '[{"":0,"":0}]']) refuses(readJson, document, 'member-duplicate');
  refuses(readJson, '\ufeff{}', 'byte-order-mark');
  refuses(readJson, Uint8Array.of(0x22, 0xc0, 0x80, 0x22), 'not-utf8');
});

test('Json_ValidDocument_KeepsNamesOrderAndText', () => {
  const value = readJson(bytes(' {"b" : [ ] , "__proto__":{},"a":[true,false,null,0,10,"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00é😀"]}\r\n'));
  assert.deepEqual([...value.keys()], ['b', '__proto__', 'a']);
  assert.deepEqual(value.get('a'), [true, false, null, 0, 10, '"\\/\b\f\n\r\té😀é😀']);
});

const FIXED = '{"kind":"fixed","size":5,"weights":{"A":1}}';

test('Design_GoodOnes_Read', () => {
  for (const document of [
    FIXED, ` ${FIXED}\n`, '{"weights":{"A":1000000,"B":0},"size":2147483647,"kind":"fixed","minimumPerStratum":0,"reservesPerCell":0,"basis":""}',
    '{"kind":"stratumSizes","sizes":{"s":1},"weights":{}}', '{"kind":"rates","rates":{"A":"0","B":"1","C":"0.123456789","D":"1.000000000","E":"0.0"},"stratumRates":{}}',
  ]) readDesign(bytes(document));
  const rates = readDesign(bytes('{"kind":"rates","rates":{"A":"0","B":"1","C":"0.123456789","D":"1.0","E":"0.01"}}')).rates;
  assert.deepEqual([...rates.values()], [0n, 1_000_000_000n, 123_456_789n, 1_000_000_000n, 10_000_000n]);
});

test('Design_Malformed_RefusedByItsProblem', () => {
  const swap = (from, to) => FIXED.replace(from, to);
  for (const [document, problem] of [
    ['[]', 'value'], ['{}', 'member-missing'], [swap('fixed', 'Fixed'), 'value'], ['{"kind":1}', 'value'],
    [swap('"size":5,', ''), 'member-missing'], [swap('"size":5', '"size":5,"size":5'), 'member-duplicate'], [swap('"size":5', '"size":5,"sizes":{}'), 'member-unknown'],
    [swap(':5', ':5.0'), 'json-integer'], [swap(':5', ':5e0'), 'json-integer'], [swap(':5', ':-0'), 'json-integer'], [swap(':5', ':"5"'), 'value'],
    [swap(':5', ':2147483648'), 'value'], [swap(':1}', ':1000001}'), 'value'], [swap(':1}', ':"1"}'), 'value'], [swap(':1}', ':1,"A":1}'), 'member-duplicate'],
    [swap('{"A":1}', '[]'), 'value'], [`${FIXED} .`, 'json'], [`${FIXED}${FIXED}`, 'json'], [`\ufeff${FIXED}`, 'byte-order-mark'],
    [swap('"size"', '"basis":1,"size"'), 'value'], [swap('"size"', '"minimumPerStratum":2147483648,"size"'), 'value'], [swap('"size"', '"reservesPerCell":null,"size"'), 'value'],
    ['{"kind":"stratumSizes","sizes":{},"weights":{},"minimumPerStratum":1}', 'member-unknown'], ['{"kind":"stratumSizes","weights":{}}', 'member-missing'],
    ['{"kind":"rates","rates":{},"weights":{}}', 'member-unknown'], ['{"kind":"rates"}', 'member-missing'],
    ...['', '00', '.5', '0.', '1.', '1.1', '1.01', '2', '01', '-0', '+1', '0,5', '1e0', ' 0', '0.1234567890', '1.0000000000', '٠'].map((rate) => [`{"kind":"rates","rates":{"A":"${rate}"}}`, 'value']),
    ['{"kind":"rates","rates":{"A":0}}', 'value'], ['{"kind":"rates","rates":{"A":1}}', 'value'], ['{"kind":"rates","rates":{},"stratumRates":{"s":{"A":1}}}', 'value'],
  ]) refuses(readDesign, document, problem);
});

test('Expected_DesignThatDoesNotFitTheCells_Refused', () => {
  const cells = [{ stratum: 's', class: 'A', population: 4, drawable: 3 }, { stratum: 's', class: 'B', population: 2, drawable: 2 }, { stratum: 't', class: 'A', population: 1, drawable: 0 }];
  const expected = (design) => expectedCounts(readDesign(bytes(JSON.stringify(design))), cells);
  const bad = (design, problem) => assert.throws(() => expected(design), (error) => error.problem === problem);
  bad({ kind: 'fixed', size: 1, weights: { A: 1 } }, 'design-class');
  bad({ kind: 'fixed', size: 6, weights: { A: 1, B: 1 } }, 'design-size');
  bad({ kind: 'fixed', size: 4, weights: { A: 1, B: 0 } }, 'design-size');
  bad({ kind: 'fixed', size: 0, weights: { A: 1, B: 1 }, minimumPerStratum: 1 }, 'design-minimum');
  bad({ kind: 'stratumSizes', sizes: { s: 1 }, weights: { A: 1, B: 1 } }, 'design-stratum');
  bad({ kind: 'stratumSizes', sizes: { s: 1, t: 0, u: 0 }, weights: { A: 1, B: 1 } }, 'design-stratum');
  bad({ kind: 'stratumSizes', sizes: { s: 1, t: 1 }, weights: { A: 1, B: 1 } }, 'design-size');
  bad({ kind: 'rates', rates: { A: '1', B: '1' }, stratumRates: { u: {} } }, 'design-stratum');
  bad({ kind: 'rates', rates: { A: '1', B: '1' }, stratumRates: { s: { A: '1' } } }, 'design-class');
  assert.deepEqual(expected({ kind: 'fixed', size: 0, weights: { A: 0, B: 0 } }), [0n, 0n, 0n]);
  assert.deepEqual(expected({ kind: 'fixed', size: 5, weights: { A: 1, B: 1, toString: 3 } }), [3_000_000_000n, 2_000_000_000n, 0n]);
  assert.deepEqual(expected({ kind: 'rates', rates: { A: '0.9', B: '0' } }), [3_000_000_000n, 0n, 0n]);
  assert.deepEqual(expected({ kind: 'rates', rates: { A: '0.1', B: '0.1' }, minimumPerStratum: 9 }), [3_000_000_000n, 2_000_000_000n, 0n]);
  assert.throws(() => expectedCounts(readDesign(bytes('{"kind":"fixed","size":1,"weights":{}}')), []), (error) => error.problem === 'design-size');
  assert.deepEqual(expectedCounts(readDesign(bytes('{"kind":"fixed","size":0,"weights":{}}')), []), []);
});

test('Expected_RemaindersThatTie_GoInTheOrderOfCells', () => {
  const cells = ['a', 'b', 'c'].map((stratum) => ({ stratum, class: 'A', population: 5, drawable: 5 }));
  const design = readDesign(bytes('{"kind":"fixed","size":2,"weights":{"A":1}}'));
  assert.deepEqual(expectedCounts(design, cells), [666_666_667n, 666_666_667n, 666_666_666n]);
});

test('Opening_Malformed_RefusedByItsProblem', () => {
  const opening = () => JSON.parse(vector('pub-small').opening);
  const bad = (change, problem) => {
    const value = opening();
    change(value);
    refuses(readOpening, JSON.stringify(value), problem);
  };
  readOpening(bytes(JSON.stringify(opening())));
  for (const member of ['specification', 'draw', 'attempt', 'hash', 'tasks', 'parties']) bad((o) => { delete o[member]; }, 'member-missing');
  for (const member of ['id', 'frameRoot', 'frameSize', 'designDigest']) bad((o) => { delete o.tasks[0][member]; }, 'member-missing');
  for (const member of ['party', 'role', 'kind']) bad((o) => { delete o.parties[0][member]; }, 'member-missing');
  bad((o) => { o.note = ''; }, 'member-unknown');
  bad((o) => { o.tasks[0].problemDigest = ''; }, 'member-unknown');
  bad((o) => { o.specification = 'random-inspection-draw/2'; }, 'value');
  bad((o) => { o.specification = 'random-inspection-match/1'; }, 'value');
  bad((o) => { o.hash = 'sha256'; }, 'value');
  bad((o) => { o.hash = 'SM3'; }, 'value');
  bad((o) => { o.attempt = 0; }, 'value');
  bad((o) => { o.attempt = '1'; }, 'value');
  bad((o) => { o.attempt = 2; }, 'opening-previous');
  bad((o) => { o.previous = { record: '0'.repeat(64), reason: 'x' }; }, 'opening-previous');
  bad((o) => { o.attempt = 2; o.previous = { record: '0'.repeat(64) }; }, 'member-missing');
  bad((o) => { o.attempt = 2; o.previous = { record: 'A'.repeat(64), reason: 'x' }; }, 'value');
  bad((o) => { o.tasks = []; }, 'value');
  bad((o) => { o.tasks.push(o.tasks[0]); }, 'not-distinct');
  bad((o) => { o.parties.push(o.parties[0]); }, 'not-distinct');
  bad((o) => { o.parties = []; }, 'value');
  bad((o) => { o.parties[0].kind = 'secret'; }, 'value');
  bad((o) => { o.parties[2].kind = 'system'; }, 'opening-system');
  bad((o) => { o.parties[2].outcomes = 8; }, 'value');
  bad((o) => { o.parties[2].time = 1; }, 'value');
  bad((o) => { o.deadlines = { commit: 'tomorrow', reveal: '2026-03-02T01:00:00Z' }; }, 'value');
  bad((o) => { o.deadlines = { commit: '2026-03-02T01:00:00Z' }; }, 'member-missing');
  bad((o) => { o.tasks[0].frameRoot = o.tasks[0].frameRoot.toUpperCase(); }, 'value');
  for (const name of ['', 'a:b', 'a b', 'é', 'x'.repeat(65), 'a\n']) {
    bad((o) => { o.tasks[0].id = name; }, 'value');
    bad((o) => { o.parties[0].party = name; }, 'value');
    bad((o) => { o.draw = name; }, 'value');
  }
  refuses(readOpening, JSON.stringify(opening()).replace('"attempt":1', '"attempt":1.0'), 'json-integer');
  refuses(readOpening, JSON.stringify(opening()).replace('"attempt":1', '"attempt":1,"attempt":1'), 'member-duplicate');
});

test('Frame_GoodOnes_CountedByCellInOrder', () => {
  assert.deepEqual(readFrame(bytes('')).cells, []);
  const frame = readFrame(bytes([
    `!\ta b\tA\tdrawable`, `${'x'.repeat(54)}\ta/b\tA\tresting`, `${'x'.repeat(55)}\ta\tB\tdrawable`, `y\ta\tA\tdrawable`, `z\ta/b\tA\tdrawable`, `~\ta/b\t!\tresting`, '',
  ].join('\n')));
  assert.deepEqual(frame.cells, [
    { stratum: 'a', class: 'A', population: 1, drawable: 1 }, { stratum: 'a', class: 'B', population: 1, drawable: 1 },
    { stratum: 'a/b', class: '!', population: 1, drawable: 0 }, { stratum: 'a/b', class: 'A', population: 2, drawable: 1 },
    { stratum: 'a b', class: 'A', population: 1, drawable: 1 },
  ]);
});

test('Frame_StrataInByteOrder_NotInUtf16Order', () => {
  // U+FF21 is below U+1F600 in UTF-8 and above its surrogates in UTF-16
  const frame = readFrame(bytes('a\t\u{1f600}\tA\tdrawable\nb\tＡ\tA\tdrawable\n'));
  assert.deepEqual(frame.cells.map((cell) => cell.stratum), ['Ａ', '\u{1f600}']);
});

test('Frame_ManyCells_TableGrows', () => {
  const lines = Array.from({ length: 5000 }, (_, i) => `${String(i).padStart(5, '0')}\ts${i % 2500}/x\tA\tdrawable\n`);
  assert.ok(readFrame(bytes(lines.join(''))).cells.every((cell) => cell.population === 2));
});

test('Frame_Malformed_RefusedNamingTheLine', () => {
  const bad = (line, problem, at = 2) => assert.throws(
    () => readFrame(typeof line === 'string' ? bytes(`a\ts\tA\tdrawable\n${line}`) : line),
    (error) => (error.problem === problem && error.values.line === at) || assert.fail(`${error.problem} ${JSON.stringify(error.values)} for ${line}`),
  );
  bad('b\ts\tA\tdrawable', 'frame-fields');
  bad('\n', 'frame-fields');
  bad('b\ts\tA\n', 'frame-fields');
  bad('b\ts\tA\tdrawable\r\n', 'frame-standing');
  bad('b\ts\tA\tdrawable\tx\n', 'frame-standing');
  for (const standing of ['', 'Drawable', 'drawabl', 'restin', 'resting ']) bad(`b\ts\tA\t${standing}\n`, 'frame-standing');
  for (const id of ['', ':b', 'b b', 'é', 'b\u007f', 'b'.repeat(56)]) bad(`${id}\ts\tA\tdrawable\n`, 'frame-id');
  bad('a\ts\tA\tdrawable\n', 'frame-duplicate');
  bad('A\ts\tA\tdrawable\n', 'frame-order');
  bad('b\ts\tA\tdrawable\nab\ts\tA\tdrawable\n', 'frame-order', 3);
  for (const stratum of ['', '/', 'a/', '/a', 'a//b', 'a/b/c/d/e/f/g/h/i', 'e\u0301', '\u212b', 'a\u200bb', 'a\u0085', '\ue000', '\u2028', '\u0378', 'é'.repeat(101), 'a\u00ad']) bad(`b\t${stratum}\tA\tdrawable\n`, 'frame-stratum');
  for (const name of ['', 'A B', 'é', 'A'.repeat(33)]) bad(`b\ts\t${name}\tdrawable\n`, 'frame-class');
  bad(Uint8Array.from([...bytes('a\ts\tA\tdrawable\nb\t'), 0xed, 0xa0, 0x80, ...bytes('\tA\tdrawable\n')]), 'frame-stratum');
  bad(bytes('\ufeffa\ts\tA\tdrawable\n'), 'frame-id', 1);
  readFrame(bytes(`a\t${'é'.repeat(100)}\t${'A'.repeat(32)}\tdrawable\nb\ta/b/c/d/e/f/g/h\tA\tresting\n`));
});
