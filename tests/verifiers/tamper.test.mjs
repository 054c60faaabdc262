// Every single change of a record, a frame or a document is found, and garbage never throws.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVerified, verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { documentOf, hashHex, keyPair, mutations, recordOf, signatureOf, witnessedRecord } from './records.mjs';

const verify = (value, given) => verifyRecord(documentOf(value), given);
const failed = (steps) => steps.filter((step) => step.status === 'failed').map((step) => [step.id, step.detail.problem]);

test('Tamper_AnyByteOfTheFrame_Failed', async () => {
  const { auditor, frame, key } = recordOf('pub-small');
  const document = documentOf(auditor);
  for (let i = 0; i < frame.length; i++) {
    const changed = frame.slice();
    changed[i] ^= 1;
    assert.ok(!isVerified(await verifyRecord(document, { frames: [{ bytes: changed, key }] })), `byte ${i}`);
  }
});

test('Tamper_AnyByteOfTheRecord_FailedByItsDigestOrSignature', async () => {
  const { auditor } = recordOf('pub-small');
  const document = documentOf(auditor);
  const digest = hashHex('sha-256', document);
  const signature = signatureOf(keyPair(), document);
  for (let i = 0; i < document.length; i++) {
    const changed = document.slice();
    changed[i] ^= 1;
    assert.ok(!isVerified(await verifyRecord(changed, { digest })), `digest, byte ${i}`);
    assert.ok(!isVerified(await verifyRecord(changed, { signature })), `signature, byte ${i}`);
  }
});

test('Tamper_AnyByteOfTheRecordWithoutDigest_FailedExceptInMomentsAndDirectory', async () => {
  const { auditor, frame, key } = recordOf('pub-small');
  const document = documentOf(auditor);
  const text = new TextDecoder('latin1').decode(document);
  const free = [...text.matchAll(/\d{4}-\d\d-\d\dT[0-9:.]*Z|"directory":\{.*?\}\}/g)].map(({ index, 0: found }) => [index, index + found.length]);
  let unseen = 0;
  for (let i = 0; i < document.length; i++) {
    const changed = document.slice();
    changed[i] ^= 1;
    const passes = isVerified(await verifyRecord(changed, { frames: [{ bytes: frame, key }] }));
    if (passes) unseen++;
    assert.ok(!passes || free.some(([from, to]) => i >= from && i < to), `byte ${i}: ${text.slice(i - 20, i + 20)}`);
  }
  assert.ok(unseen > 0, 'this is why a record has a digest and a signature');
});

for (const [name, make] of Object.entries({ vector: () => recordOf('pub-classes'), witnessed: () => witnessedRecord() })) {
  test(`Tamper_${name}_AnySingleValueOfAnyView_Failed`, async () => {
    const { auditor, open, subject, frame, key, keys = [key] } = make();
    const frames = keys.map((k) => ({ bytes: frame, key: k }));
    // Not derived from anything the reader has: a moment within its limits, the directory, a digest of another view,
    // a cutoff that the subject can only compare with what was published for the auditor.
    const free = /(^\.openedAt|\.at|^\.drawnAt|\.directory\..*|^\.auditorDigest|^\.subject\.cutoff)$/;
    for (const view of [auditor, open, subject(2)]) {
      let count = 0;
      for (const [where, changed] of mutations(view)) {
        count++;
        const steps = await verify(changed, { frames });
        assert.ok(!isVerified(steps) || free.test(where), where);
      }
      assert.ok(count > 50);
    }
  });
}

test('Tamper_AnyByteOfASignatureDocument_FailsThatStep', async () => {
  const { auditor } = recordOf('pub-small');
  const document = documentOf(auditor);
  const signature = signatureOf(keyPair(), document);
  for (let i = 0; i < signature.length - 1; i++) { // the LF at its end may be any white space
    const changed = signature.slice();
    changed[i] ^= 1;
    assert.deepEqual(failed(await verifyRecord(document, { signature: changed })).map(([id]) => id), ['record-signature'], `byte ${i}`);
  }
});

test('Tamper_AnyByteOfProofSaltAndLine_FailsThatStep', async () => {
  const { subject } = recordOf('pub-classes');
  const view = subject(4);
  const document = documentOf(view);
  const text = new TextDecoder('latin1').decode(document);
  const from = text.indexOf('"line"');
  for (let i = from; i < text.indexOf('"cutoff"', from); i++) {
    const changed = document.slice();
    changed[i] ^= 1;
    const found = failed(await verifyRecord(changed)).map(([id]) => id);
    assert.ok(['format', 'subject-line'].includes(found[0]), `byte ${i}: ${found}`);
  }
});

test('Garbage_OfManyKinds_NeverThrows', async () => {
  const { auditor, frame, key } = recordOf('pub-small');
  const document = documentOf(auditor);
  let state = 1;
  const random = (n) => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state % n; };
  for (let round = 0; round < 500; round++) {
    const changed = document.slice(0, random(4) === 0 ? random(document.length) : document.length);
    for (let i = random(8); i >= 0; i--) changed[random(changed.length || 1)] = random(256);
    const garbled = frame.slice(0, random(frame.length));
    const steps = await verifyRecord(changed, { frames: [{ bytes: random(2) ? frame : garbled, key }], signature: document.slice(0, random(99)), digest: 'no' });
    assert.ok(steps.every((step) => step.detail.problem !== 'internal'), JSON.stringify(failed(steps)));
    assert.ok(!isVerified(steps));
  }
});
