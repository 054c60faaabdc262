// Signatures of records and openings: SM2 against the published example and OpenSSL, keys that are named, classes published.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { combination } from '../../src/RandomInspection.Web/wwwroot/verify/ec.mjs';
import { isVerified, verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { sm2Holds } from '../../src/RandomInspection.Web/wwwroot/verify/sm2.mjs';
import { bytes, documentOf, hashHex, keyPair, recordOf, signatureOf, witnessedRecord } from './records.mjs';

const failed = (steps) => steps.filter((step) => step.status === 'failed').map((step) => [step.id, step.detail.problem]);
const detail = (steps, id) => steps.find((step) => step.id === id).detail;

// GM/T 0003.5-2012, annex A: key, message and signature of the example, identity 1234567812345678.
const SPKI = '3059301306072a8648ce3d020106082a811ccf5501822d03420004';
const X = '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020';
const Y = 'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
const SIGNATURE = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
const keyOf = (hex) => `sm2:${Buffer.from(hex, 'hex').toString('base64')}`;
const PUBLISHED = keyOf(SPKI + X + Y);
const published = () => new Uint8Array(Buffer.from(SIGNATURE, 'hex'));

test('Sm2_ExampleOfTheStandard_HoldsAndNoByteMayChange', () => {
  const message = bytes('message digest');
  assert.equal(sm2Holds(PUBLISHED, published(), message), true);
  for (const i of [0, 1, 31, 32, 63]) {
    const changed = published();
    changed[i] ^= 1;
    assert.equal(sm2Holds(PUBLISHED, changed, message), false, `byte ${i}`);
  }
  assert.equal(sm2Holds(PUBLISHED, published(), bytes('message digesu')), false);
});

test('Sm2_NumbersOutsideTheirRange_DoNotHold', () => {
  const n = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
  const holds = (r, s) => sm2Holds(PUBLISHED, new Uint8Array(Buffer.from(r + s, 'hex')), bytes('message digest'));
  const [r, s] = [SIGNATURE.slice(0, 64), SIGNATURE.slice(64)];
  assert.equal(holds(r, s), true);
  const minus = (BigInt(`0x${n}`) - BigInt(`0x${r}`)).toString(16).padStart(64, '0'); // r + s = n
  for (const [first, second] of [['0'.repeat(64), s], [r, '0'.repeat(64)], [n, s], [r, n], [r, minus]]) assert.equal(holds(first, second), false);
});

test('Sm2_KeyOffTheCurveOrOfAnotherKind_Refused', () => {
  for (const key of [keyOf(SPKI + X + X), keyOf(SPKI + X), PUBLISHED.replace('sm2:', 'ecdsa-p256:'), keyPair().key.replace('ecdsa-p256:', 'sm2:'), 'sm2:', '']) {
    assert.throws(() => sm2Holds(key, published(), bytes('x')), { problem: 'key-format' });
  }
});

/** Sum of two points by the textbook, on a curve small enough to search for inverses; null is the point at infinity. */
function sum(first, second, p) {
  if (first === null || second === null) return first ?? second;
  const [[x1, y1], [x2, y2]] = [first, second];
  const mod = (value) => ((value % p) + p) % p;
  if (x1 === x2 && mod(y1 + y2) === 0n) return null;
  const [up, down] = x1 === x2 ? [3n * x1 * x1 - 3n, 2n * y1] : [y2 - y1, x2 - x1];
  let inverse = 1n;
  while (mod(inverse * down) !== 1n) inverse++;
  const x = mod((up * inverse) ** 2n - x1 - x2);
  return [x, mod(up * inverse * (x1 - x) - y1)];
}

test('Combination_AllPointsOfASmallCurve_AsByTheTextbook', () => {
  const p = 23n; // y² = x³ − 3x + 1
  const points = [];
  for (let x = 0n; x < p; x++) for (let y = 0n; y < p; y++) if ((y * y - x * x * x + 3n * x - 1n) % p === 0n) points.push([x, y]);
  assert.ok(points.length > 15);
  const times = (k, point) => (k === 0 ? null : sum(times(k - 1, point), point, p));
  for (const g of points) {
    for (const q of points) {
      for (const [a, b] of [[0, 1], [1, 0], [1, 1], [2, 3], [7, 5], [points.length + 1, 0]]) {
        assert.deepEqual(combination(BigInt(a), BigInt(b), q, { p, g }), sum(times(a, g), times(b, q), p), `${a}·${g} + ${b}·${q}`);
      }
    }
  }
});

/** OpenSSL's SM2 key and signature over a document, or null where it has none. */
function openSsl(document) {
  const folder = mkdtempSync(join(tmpdir(), 'ri-sm2-'));
  const run = (...given) => execFileSync('openssl', given, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    writeFileSync(join(folder, 'document'), document);
    run('genpkey', '-algorithm', 'SM2', '-out', 'key.pem');
    const spki = run('pkey', '-in', 'key.pem', '-pubout', '-outform', 'DER');
    run('pkeyutl', '-sign', '-rawin', '-digest', 'sm3', '-pkeyopt', 'distid:1234567812345678', '-inkey', 'key.pem', '-in', 'document', '-out', 'signature');
    const der = readFileSync(join(folder, 'signature'));
    const r = der.subarray(4, 4 + der[3]);
    const s = der.subarray(4 + der[3] + 2);
    const fixed = (number) => Buffer.from(number.toString('hex').slice(-64).padStart(64, '0'), 'hex');
    return { key: `sm2:${spki.toString('base64')}`, signature: Buffer.concat([fixed(r), fixed(s)]).toString('base64') };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('Signature_Sm2ByOpenSsl_VerifiedOverRecordAndOpening', async (t) => {
  const { auditor } = witnessedRecord();
  const [document, opening] = [documentOf(auditor), bytes(auditor.opening)];
  const [record, opened] = [openSsl(document), openSsl(opening)];
  if (record === null) return t.skip('openssl with SM2 is not on PATH');
  const signed = (made, over) => documentOf({ algorithm: 'sm2-sm3', key: made.key, digest: hashHex('sha-256', over), signature: made.signature });
  const steps = await verifyRecord(document, { signature: signed(record, document), openingSignature: signed(opened, opening) });
  assert.deepEqual(failed(steps), []);
  assert.deepEqual([detail(steps, 'record-signature').key, detail(steps, 'opening-signature').key], [record.key, opened.key]);
  assert.deepEqual(failed(await verifyRecord(document, { signature: signed(opened, document) })), [['record-signature', 'signature-wrong']]);
  const other = { ...record, key: keyPair().key };
  assert.deepEqual(failed(await verifyRecord(document, { signature: signed(other, document) })), [['record-signature', 'key-format']]);
  return undefined;
});

test('Signature_KeyThatMustHaveSigned_NoneAnotherOrThisOne', async () => {
  const { auditor } = witnessedRecord();
  const [document, opening, pair, other] = [documentOf(auditor), bytes(auditor.opening), keyPair(), keyPair()];
  const given = { signature: signatureOf(pair, document), openingSignature: signatureOf(pair, opening) };
  assert.deepEqual(failed(await verifyRecord(document, { ...given, signedBy: [pair.key] })), []);
  assert.deepEqual(failed(await verifyRecord(document, { ...given, signedBy: [other.key, pair.key] })), []);
  assert.deepEqual(failed(await verifyRecord(document, { ...given, signedBy: [other.key] })), [['opening-signature', 'key-other'], ['record-signature', 'key-other']]);
  assert.deepEqual(failed(await verifyRecord(document, { signedBy: [pair.key] })), [['record-signature', 'signature-absent']]);
  assert.deepEqual(failed(await verifyRecord(document, { openingSignature: signatureOf(pair, document) })), [['opening-signature', 'digest-differs']]);
});

test('Signature_SampleOfEachAlgorithmMadeByOpenSsl_Verified', async () => {
  const read = (name) => new Uint8Array(readFileSync(new URL(`../vectors/records/${name}.json`, import.meta.url)));
  for (const kind of ['ecdsa', 'sm2']) {
    const steps = await verifyRecord(read('match.public'), { signature: read(`match.public.${kind}.sig`), openingSignature: read(`match.opening.${kind}.sig`) });
    assert.deepEqual(failed(steps), []);
    assert.ok(detail(steps, 'record-signature').key.startsWith(kind));
    assert.equal(detail(steps, 'opening-signature').key, detail(steps, 'record-signature').key);
  }
});

/** A record with the three views that it has where classes are published. */
function publishing({ auditor, open, frame, subject }) {
  const cells = new Map(new TextDecoder().decode(frame).split('\n').slice(0, -1).map((line) => line.split('\t')).map(([id, stratum, name]) => [id, { stratum, class: name }]));
  const withClasses = (view, rest) => {
    const { auditorDigest, tasks, subject: own, ...head } = view;
    return { ...head, classes: 'published', ...rest };
  };
  const named = auditor.tasks.map((task) => ({ ...task, selected: task.selected.map((unit) => ({ ...cells.get(unit.id), ...unit })) }));
  const full = withClasses(auditor, { tasks: named });
  const auditorDigest = hashHex(JSON.parse(auditor.opening).hash, documentOf(full));
  return {
    auditor: full,
    open: withClasses(open, { auditorDigest, tasks: named.map(({ reserves, ...task }) => task) }),
    own: withClasses(subject(0), { auditorDigest, subject: subject(0).subject }),
  };
}

test('Classes_Published_AllViewsVerifiedWithCutoffs', async () => {
  for (const sample of [recordOf('pub-classes'), recordOf('pub-small'), witnessedRecord()]) {
    const { auditor, open, own } = publishing(sample);
    const frames = (sample.keys ?? [sample.key]).map((key) => ({ bytes: sample.frame, key }));
    for (const view of [auditor, open, own]) assert.deepEqual(failed(await verifyRecord(documentOf(view), { frames })), []);
    const steps = await verifyRecord(documentOf(open));
    assert.equal(detail(steps, 'cutoffs').against, 'record');
    assert.equal(detail(steps, 'reserves').reason, 'view');
  }
});

test('Classes_PublishedAndWrong_Failed', async () => {
  const sample = recordOf('pub-classes');
  const { open } = publishing(sample);
  const frames = [{ bytes: sample.frame, key: sample.key }];
  const steps = async (change, given) => { const copy = structuredClone(open); change(copy); return failed(await verifyRecord(documentOf(copy), given)); };
  const place = ({ stratum, class: name }) => `${stratum}\t${name}`;
  const [task] = open.tasks;

  assert.deepEqual(await steps((r) => { r.classes = 'withheld'; }), [['format', 'value']]);
  assert.deepEqual(await steps((r) => { delete r.classes; }), [['format', 'member-unknown']]);
  const other = task.selected.find((unit) => place(unit) !== place(task.selected[0]));
  assert.deepEqual((await steps((r) => { Object.assign(r.tasks[0].selected[0], { stratum: other.stratum, class: other.class }); }))[0], ['selection', 'cell-units']);
  const cutoff = task.cells.findIndex((cell) => cell.cutoff !== null);
  assert.deepEqual((await steps((r) => { r.tasks[0].cells[cutoff].cutoff = '0'.repeat(64); }))[0], ['selection', 'cutoff-differs']);

  // Two units below both cutoffs may change places in the public record; the frame tells.
  const inner = task.selected.filter((unit) => !task.cells.some((cell) => cell.cutoff === unit.ticket));
  const pair = inner.flatMap((a) => inner.map((b) => [a, b])).find(([a, b]) => place(a) !== place(b)
    && [a, b].every((unit) => [a, b].every((home) => unit.ticket < task.cells.find((cell) => place(cell) === place(home)).cutoff)));
  assert.ok(pair, 'the sample has such a pair');
  const swap = (r) => {
    const [a, b] = pair.map(({ id }) => r.tasks[0].selected.find((unit) => unit.id === id));
    [a.stratum, a.class, b.stratum, b.class] = [b.stratum, b.class, a.stratum, a.class];
  };
  assert.deepEqual(await steps(swap), []);
  assert.deepEqual(await steps(swap, { frames }), [['selection', 'unit-cell']]);
  assert.equal(isVerified(await verifyRecord(documentOf(open), { frames })), true);
});
