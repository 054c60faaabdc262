import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBreakOff } from '../../src/RandomInspection.Web/wwwroot/verify/opening.mjs';
import { isVerified, verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { VECTOR_NAMES, bytes, documentOf, hashHex, keyPair, recordOf, signatureOf, voidRecord, witnessedRecord } from './records.mjs';

const TASK_STEPS = ['design', 'frame', 'cells', 'expected', 'rounding', 'tickets', 'selection', 'reserves', 'cutoffs', 'flags'];
const HEAD_STEPS = ['self-test', 'format', 'opening', 'digest', 'commitments', 'signatures', 'contributions', 'times', 'seed', 'assurance'];
const SIGNATURE_STEPS = ['opening-signature', 'record-signature'];
const verify = (value, given) => verifyRecord(documentOf(value), given);
const failed = (steps) => steps.filter((step) => step.status === 'failed').map((step) => [step.id, step.detail.problem]);
const skipped = (steps) => steps.filter((step) => step.status === 'skipped').map((step) => [step.id, step.detail.reason]);
const detail = (steps, id) => steps.find((step) => step.id === id).detail;
const edit = (value, change) => { const copy = structuredClone(value); change(copy); return copy; };

/** Verifies that a change makes exactly one step fail, with this problem. */
async function fails(value, change, id, problem, given) {
  const steps = await verify(edit(value, change), given);
  assert.deepEqual(failed(steps), [[id, problem]]);
  return detail(steps, id);
}

for (const name of VECTOR_NAMES) {
  test(`Record_${name}_EveryView_Verified`, async () => {
    const { auditor, open, subject, frame, key } = recordOf(name);
    const steps = await verify(auditor, { frames: [{ bytes: frame, key }] });
    assert.deepEqual(steps.map((step) => step.id), [...HEAD_STEPS, ...TASK_STEPS, ...SIGNATURE_STEPS]);
    assert.deepEqual(failed(steps), []);
    assert.deepEqual(skipped(steps), [['digest', 'not-given'], ['signatures', 'no-keys'], ['opening-signature', 'not-given'], ['record-signature', 'not-given']]);
    assert.equal(detail(steps, 'selection').against, 'frame');

    const alone = await verify(auditor);
    assert.deepEqual(failed(alone), []);
    assert.equal(detail(alone, 'cutoffs').against, 'record');

    const seen = await verify(open, { frames: [{ bytes: frame, key }] });
    assert.deepEqual(failed(seen), []);
    assert.deepEqual(skipped(seen).map(([id]) => id), ['digest', 'signatures', 'reserves', 'cutoffs', ...SIGNATURE_STEPS]);

    const size = JSON.parse(auditor.opening).tasks[0].frameSize;
    for (const index of [0, 1, size >> 1, size - 1]) {
      const own = await verify(subject(index));
      assert.deepEqual(own.map((step) => step.id), [...HEAD_STEPS, 'subject-line', 'subject-drawn', ...SIGNATURE_STEPS]);
      assert.deepEqual(failed(own), []);
    }
  });
}

test('Record_Subjects_DrawnIsExactlyTheSelection', async () => {
  const { auditor, subject } = recordOf('pub-classes');
  const drawn = [];
  for (let i = 0; i < 60; i++) {
    const { id, drawn: isDrawn, ticket } = detail(await verify(subject(i)), 'subject-drawn');
    if (isDrawn) drawn.push({ ticket, id });
  }
  assert.deepEqual(drawn.sort((a, b) => (a.ticket < b.ticket ? -1 : 1)), auditor.tasks[0].selected);
});

for (const hash of ['sha-256', 'sm3']) {
  test(`Record_${hash}_TwoTasksSignedCommitmentsSignature_Verified`, async () => {
    const { auditor, open, subject, frame, keys } = witnessedRecord({ hash });
    const frames = keys.map((key) => ({ bytes: frame, key }));
    for (const view of [auditor, open, subject(3, 1)]) {
      const document = documentOf(view);
      const signatures = { signature: signatureOf(keyPair(), document, hash), openingSignature: signatureOf(keyPair(), bytes(view.opening), hash) };
      const steps = await verifyRecord(document, { frames, ...signatures, digest: hashHex(hash, document) });
      assert.deepEqual(failed(steps), []);
      assert.deepEqual(skipped(steps).filter(([, reason]) => reason !== 'view'), []);
      assert.equal(detail(steps, 'signatures').count, 3);
    }
    const oneFrame = await verify(auditor, { frames: [frames[1]] });
    assert.deepEqual(failed(oneFrame), [['frame', 'root-differs']]);
    assert.equal(oneFrame.find((step) => step.status === 'failed').task, 'task-0');
  });
}

test('Record_Void_VerifiedWithItsTwoPersons', async () => {
  const { auditor, open } = voidRecord();
  for (const view of [auditor, open]) {
    const steps = await verify(view);
    assert.deepEqual(failed(steps), []);
    assert.deepEqual(detail(steps, 'void'), { reason: '停电', by: 'zhang, li', at: '2026-03-02T01:11:00Z' });
  }
  await fails(auditor, (r) => { r.void.by = ['li', 'li']; }, 'void', 'not-distinct');
  await fails(auditor, (r) => { r.void = null; }, 'format', 'outcome');
  await fails(auditor, (r) => { r.seed = '0'.repeat(64); }, 'format', 'outcome');
  await fails(auditor, (r) => { r.void.at = '2026-03-02T00:00:00Z'; }, 'times', 'times');
  const { auditor: drawn } = witnessedRecord();
  await fails(drawn, (r) => { r.seed = null; }, 'format', 'outcome');
  await fails(auditor, (r) => { r.tasks = drawn.tasks; }, 'format', 'outcome');
});

test('Record_WrongSignatures_Failed', async () => {
  const { auditor, pairs } = witnessedRecord();
  const document = documentOf(auditor);
  const other = signatureOf(pairs.office, documentOf({ ...auditor, drawnAt: '2026-03-02T02:00:00Z' }));
  assert.deepEqual(failed(await verifyRecord(document, { signature: other })), [['record-signature', 'digest-differs']]);
  const text = (change) => documentOf(edit(JSON.parse(new TextDecoder().decode(signatureOf(pairs.office, document))), change));
  const bad = async (change, problem) => assert.deepEqual(failed(await verifyRecord(document, { signature: text(change) })), [['record-signature', problem]]);
  await bad((s) => { s.key = pairs.witness.key; }, 'signature-wrong');
  await bad((s) => { s.signature = pairs.office.sign(bytes('another text')); }, 'signature-wrong');
  await bad((s) => { s.signature = s.signature.slice(4); }, 'signature-format');
  await bad((s) => { s.key = 'sm2:AAAA'; }, 'key-format');
  await bad((s) => { s.algorithm = 'none'; }, 'value');
  await bad((s) => { s.note = ''; }, 'member-unknown');

  await fails(auditor, (r) => { r.commitments[1].signature = r.commitments[0].signature; }, 'signatures', 'signature-wrong');
  await fails(auditor, (r) => { r.commitments[1].signature = null; }, 'signatures', 'signature-missing');
  await fails(auditor, (r) => { r.commitments[1].signature = 'AA=='; }, 'signatures', 'signature-format');
  const { auditor: keyless } = recordOf('pub-small');
  await fails(keyless, (r) => { r.commitments[0].signature = auditor.commitments[0].signature; }, 'signatures', 'signature-without-key');
});

test('Record_Format_StrictInEveryRespect', async () => {
  const { auditor, open, subject } = recordOf('pub-small');
  const own = subject(0);
  const refused = async (document, problem) => {
    const steps = await verifyRecord(document);
    assert.deepEqual(failed(steps), [['format', problem]]);
    assert.ok(steps.filter((step) => step.id !== 'self-test').every((step) => step.status !== 'ok'));
  };
  const raw = new TextDecoder().decode(documentOf(auditor));
  for (const [document, problem] of [
    ['', 'json'], ['{}\n', 'member-missing'], ['[]\n', 'value'], ['null\n', 'value'], ['{"view":1}\n', 'member-missing'],
    [raw.trimEnd(), 'json'], [`${raw}\n`, 'json'], [` ${raw}`, 'json'], [raw.replace(',', ', '), 'json'], [`\ufeff${raw}`, 'byte-order-mark'],
    [raw.replace('{"format"', '{"view":"auditor","format"'), 'member-duplicate'],
    [raw.replace('"seed"', '"seed'), 'json'],
    [raw.replace('登', '\\u767b'), 'json'],
    [raw.replace('"population":12', '"population":12.0'), 'json-integer'], [raw.replace('"population":12', '"population":-0'), 'json-integer'],
    [raw.replace('"population":12', '"population":1e1'), 'json-integer'], [raw.replace('"population":12', '"population":012'), 'json-integer'],
    [raw.replace('"population":12', `"population":${'9'.repeat(17)}`), 'json-integer'],
    [raw.replace('random-inspection-record/1', 'random-inspection-record/2'), 'value'],
    [raw.replace('"struck":[]', '"struck":[],"note":""'), 'member-unknown'],
    [raw.replace('"struck":[],', ''), 'member-missing'],
    [raw.replace('"struck":[],"void":null', '"void":null,"struck":[]'), 'member-order'],
    [raw.replace('"struck":[]', `"struck":${'['.repeat(10_000)}`), 'json'],
  ]) await refused(bytes(document), problem);
  await refused(Uint8Array.from([...documentOf(auditor).subarray(0, 40), 0xff]), 'not-utf8');

  const changed = (value, change) => refused(documentOf(edit(value, change)), 'value');
  await changed(auditor, (r) => { r.seed = r.seed.toUpperCase(); });
  await changed(auditor, (r) => { r.tasks[0].selected[0].ticket = r.tasks[0].selected[0].ticket.toUpperCase(); });
  await changed(auditor, (r) => { r.contributions[0].value = r.contributions[0].value.toUpperCase(); });
  await changed(auditor, (r) => { r.breakOff = 0; });
  await changed(auditor, (r) => { r.tasks[0].cells[0].expectedNano = 5_000_000_000; });
  await changed(auditor, (r) => { r.tasks[0].cells[0].expectedNano = '05000000000'; });
  await changed(open, (r) => { r.auditorDigest = null; });
  await changed(own, (r) => { r.subject.salt = r.subject.salt.toUpperCase(); });
  await changed(own, (r) => { r.subject.line.standing = 'Drawable'; });
  for (const moment of ['2026-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-03-02T24:00:00Z', '2026-03-02T00:60:00Z', '2026-03-02T00:00:60Z',
    '2026-03-02 00:00:00Z', '2026-03-02T00:00:00+00:00', '2026-03-02T00:00:00.0Z', '2026-03-02T00:00:00.Z', '2026-03-02T00:00:00.0000000001Z', '2026-3-2T00:00:00Z', '']) {
    await changed(auditor, (r) => { r.openedAt = moment; });
  }
  await refused(documentOf(edit(open, (r) => { r.tasks[0].cells[0].cutoff = null; })), 'member-unknown');
  await refused(documentOf(edit(open, (r) => { r.tasks[0].reserves = []; })), 'member-unknown');
  await refused(documentOf(edit(auditor, (r) => { r.auditorDigest = hashHex('sha-256', ''); })), 'member-unknown');
  await refused(documentOf(edit(own, (r) => { r.tasks = []; })), 'member-unknown');
});

test('Record_OneWrongValue_OneFailedStepThatNamesIt', async () => {
  const { auditor, open, subject, frame, keys } = witnessedRecord();
  const at = (r) => r.tasks[0];
  const swap = (list) => { [list[0], list[1]] = [list[1], list[0]]; };
  await fails(auditor, (r) => { r.opening = r.opening.replace('"attempt":1', '"attempt":1 ,"draw2":1'); }, 'opening', 'member-unknown');
  await fails(auditor, (r) => { r.tasks.length = 1; }, 'opening', 'tasks-differ');
  await fails(auditor, (r) => { swap(r.tasks); }, 'opening', 'tasks-differ');
  await fails(auditor, () => {}, 'digest', 'digest-differs', { digest: '0'.repeat(64) });
  await fails(auditor, (r) => { swap(r.commitments); }, 'commitments', 'party-order');
  await fails(auditor, (r) => { r.struck[0].reason = 'notCommitted'; }, 'contributions', 'struck-reason');
  await fails(auditor, (r) => { r.struck[0].party = 'nobody'; }, 'contributions', 'party-unknown');
  await fails(auditor, (r) => { r.struck = []; }, 'contributions', 'party-missing');
  await fails(auditor, (r) => { r.struck.push(r.struck[0]); }, 'contributions', 'not-distinct');
  await fails(auditor, (r) => { r.struck.push({ ...r.struck[0], party: 'witness' }); }, 'contributions', 'party-twice');
  await fails(auditor, (r) => { r.assurance = 'operator'; }, 'assurance', 'assurance-differs');
  await fails(auditor, (r) => { r.breakOff = true; }, 'assurance', 'break-off-differs');

  const late = (path, moment) => fails(auditor, (r) => { path(r).at = moment; }, 'times', 'times');
  await late((r) => r.commitments[2], '2026-03-02T01:10:01Z'); // after the deadline
  await late((r) => r.commitments[2], '2026-03-02T00:59:59Z'); // before the opening
  await late((r) => r.contributions[0], '2026-03-02T01:02:59.9Z'); // a reveal before the last commitment
  await late((r) => r.contributions[0], '2026-03-02T01:12:00.5Z'); // the drawing department after the witness
  await late((r) => r.contributions[1], '2026-03-02T01:25:00.000000001Z'); // a reveal after the deadline
  await late((r) => r.contributions[2], '2026-03-02T01:29:00Z'); // a public value before its own time
  await late((r) => r.struck[0], '2026-03-02T00:00:00Z');
  await late((r) => r.struck[0], '2026-03-02T01:41:00Z');
  await fails(auditor, (r) => { r.drawnAt = '2026-03-02T01:30:59Z'; }, 'times', 'times');

  await fails(auditor, (r) => { at(r).design += ' '; }, 'design', 'design-differs');
  await fails(auditor, (r) => { at(r).cells[0].population = 13; }, 'cells', 'population-differs');
  await fails(auditor, (r) => { at(r).cells[0].stratum = '沈河区/H/'; at(r).flags = []; at(r).reserves.forEach((u) => { u.stratum = '沈河区/H/'; }); }, 'cells', 'cell-name');
  await fails(auditor, (r) => { at(r).cells[0].drawable = 9; }, 'cells', 'cells-differ', { frames: keys.map((key) => ({ bytes: frame, key })) });
  await fails(auditor, (r) => { at(r).flags.push({ stratum: '沈河区/H', class: 'A', flag: 'small' }); }, 'flags', 'flags-differ');
  await fails(auditor, (r) => { at(r).reserves.pop(); }, 'reserves', 'reserves-count');
  await fails(auditor, (r) => { at(r).reserves.push(at(r).reserves[0]); }, 'reserves', 'reserves-count');
  await fails(auditor, (r) => { swap(at(r).reserves); }, 'reserves', 'reserves-order');
  await fails(auditor, (r) => { at(r).reserves[0] = { ...at(r).reserves[0], ...at(r).selected[0] }; }, 'reserves', 'reserves-order');
  await fails(auditor, (r) => { at(r).cells[0].cutoff = at(r).selected[1].ticket; }, 'cutoffs', 'cutoff-room');
  await fails(auditor, (r) => { at(r).cells[0].cutoff = `${at(r).cells[0].cutoff.slice(0, 63)}${at(r).cells[0].cutoff[63] === '0' ? '1' : '0'}`; }, 'cutoffs', 'cutoff-unknown');
  await fails(auditor, (r) => { at(r).cells[0].cutoff = null; }, 'cutoffs', 'cutoff-null');
  await fails(open, (r) => { swap(at(r).selected); }, 'selection', 'selection-order');
  await fails(open, (r) => { at(r).selected.pop(); }, 'selection', 'selection-total');
  await fails(open, (r) => { at(r).selected[1] = at(r).selected[0]; }, 'selection', 'selection-order');
  await fails(open, (r) => { at(r).selected[0].id = 'id B'; }, 'tickets', 'unit-id');
  await fails(open, (r) => { at(r).selected[0].ticket = '0'.repeat(64); }, 'tickets', 'ticket-differs');

  const own = subject(2);
  const line = (change, problem) => fails(own, (r) => change(r.subject), 'subject-line', problem);
  await line((s) => { s.salt = '0'.repeat(32); }, 'proof-wrong');
  await line((s) => { s.line.class = 'B'; }, 'proof-wrong');
  await line((s) => { s.leafIndex = 3; }, 'proof-wrong');
  await line((s) => { s.leafIndex = 12; }, 'proof-wrong');
  await line((s) => { s.proof.pop(); }, 'proof-wrong');
  await line((s) => { s.proof = [...s.proof, s.proof[0]]; }, 'proof-wrong');
  await line((s) => { s.frameSize = 13; }, 'frame-size-differs');
  await line((s) => { s.frameRoot = '0'.repeat(64); }, 'root-differs');
  await line((s) => { s.task = 'task-9'; }, 'tasks-differ');
  await line((s) => { s.line.stratum = '沈河区/\u0301'; }, 'proof-wrong');
  await line((s) => { s.line.stratum = '沈河区//H'; }, 'cell-name');
  await line((s) => { s.line.class = 'A B'; }, 'cell-name');
  for (const id of ['id B', ':id', 'x'.repeat(56)]) {
    assert.deepEqual(failed(await verify(edit(own, (r) => { r.subject.line.id = id; }))), [['subject-line', 'unit-id'], ['subject-drawn', 'unit-id']]);
  }
  await fails(own, (r) => { r.subject.ticket = '0'.repeat(64); }, 'subject-drawn', 'ticket-differs');
  await fails(own, (r) => { r.subject.drawn = !r.subject.drawn; }, 'subject-drawn', 'drawn-differs');
  const resting = subject(4);
  assert.equal(resting.subject.line.standing, 'resting');
  await fails(resting, (r) => { r.subject.drawn = true; }, 'subject-drawn', 'drawn-differs');
});

test('Record_SelectionSwappedForAnother_OnlyTheFrameTells', async () => {
  const { open, frame, keys } = witnessedRecord();
  const frames = keys.map((key) => ({ bytes: frame, key }));
  const steps = await verify(edit(open, (r) => {
    const next = 'id-Z';
    const ticket = hashHex('sha-256', r.seed, next);
    r.tasks[0].selected = [...r.tasks[0].selected.slice(1), { ticket, id: next }].sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  }), { frames });
  assert.deepEqual(failed(steps), [['selection', 'selection-differs']]);
});

test('Record_ForgedCommitmentOrSeed_Failed', async () => {
  const { auditor } = witnessedRecord();
  const flip = (text) => (text[0] === '0' ? '1' : '0') + text.slice(1);
  const steps = async (change) => failed(await verify(edit(auditor, change))).map(([id]) => id);
  assert.deepEqual(await steps((r) => { r.contributions[0].value = flip(r.contributions[0].value); }), ['commitments', 'seed']);
  assert.deepEqual(await steps((r) => { r.commitments[0].commitment = flip(r.commitments[0].commitment); }), ['commitments', 'signatures']);
  assert.ok((await steps((r) => { r.seed = flip(r.seed); })).includes('seed'));
  assert.ok((await steps((r) => { r.contributions.reverse(); })).includes('contributions'));
  assert.ok((await steps((r) => { r.contributions.pop(); })).includes('contributions'));
  assert.ok((await steps((r) => { r.contributions[2].kind = 'committed'; })).includes('contributions'));
  assert.ok((await steps((r) => { r.contributions[0].value = 'ab'; })).includes('contributions'));
});

test('Assurance_PublicValueOrOwnKey_DecidesIt', async () => {
  const assuranceWith = async (change) => {
    const steps = await verify(witnessedRecord({ change }).auditor);
    const [, problem] = failed(steps).find(([id]) => id === 'assurance') ?? [];
    return problem ? 'operator' : 'witnessed'; // the sample says witnessed
  };
  const party = (opening, i) => opening.parties[i];
  assert.equal(await assuranceWith(() => {}), 'witnessed');
  assert.equal(await assuranceWith((o) => { party(o, 1).role = 'drawing'; }), 'operator');
  assert.equal(await assuranceWith((o) => { delete party(o, 1).key; }), 'operator');
  assert.equal(await assuranceWith((o) => { party(o, 1).key = party(o, 0).key; }), 'operator');
  const alone = (outcomes) => (o) => { delete party(o, 1).key; party(o, 3).outcomes = outcomes; };
  assert.equal(await assuranceWith(alone(String(2n ** 64n - 1n))), 'operator');
  assert.equal(await assuranceWith(alone(String(2n ** 64n))), 'witnessed');
  assert.equal(await assuranceWith(alone('very many')), 'operator');
  assert.equal(await assuranceWith((o) => { delete party(o, 1).key; party(o, 3).outcomes = '8'; party(o, 1).outcomes = String(2n ** 64n); }), 'operator');
});

test('BreakOff_CommittedPartiesAndNoPublicOne_IsWhatTheRecordMustSay', async () => {
  const kinds = (...list) => ({ parties: list.map((kind) => ({ kind })) });
  assert.equal(canBreakOff(kinds('committed')), true);
  assert.equal(canBreakOff(kinds('committed', 'committed')), true);
  assert.equal(canBreakOff(kinds('committed', 'public')), false);
  assert.equal(canBreakOff(kinds('public')), false);
  assert.equal(canBreakOff(kinds('system')), false);
});

test('Frame_MissingKeyWrongKeyOrBadFile_SaysWhich', async () => {
  const { auditor, frame, key } = recordOf('pub-small');
  const frameStep = async (frames) => (await verify(auditor, { frames })).find((step) => step.id === 'frame');
  assert.deepEqual((await frameStep([])).detail, { reason: 'no-frame' });
  assert.deepEqual((await frameStep([{ bytes: frame }])).detail, { reason: 'no-key' });
  assert.equal((await frameStep([{ bytes: frame, key: key.toUpperCase() }])).detail.problem, 'frame-key');
  assert.equal((await frameStep([{ bytes: frame, key: '0'.repeat(64) }])).detail.problem, 'root-differs');
  assert.deepEqual((await frameStep([{ bytes: frame.subarray(1), key }])).status, 'failed');
  assert.deepEqual((await frameStep([{ bytes: frame.subarray(0, frame.length - 1), key }])).detail, { problem: 'frame-fields', line: 12 });
});

test('Frame_RootRightButSizeWrongInTheOpening_Failed', async () => {
  const { auditor, frame, keys } = witnessedRecord({ change: (opening) => { opening.tasks[0].frameSize = 13; } });
  const steps = await verify(auditor, { frames: keys.map((key) => ({ bytes: frame, key })) });
  assert.deepEqual(failed(steps), [['frame', 'frame-size-differs'], ['cells', 'population-differs']]);
});

test('Signatures_MalformedKeyOfAPartyThatNeverCommitted_Failed', async () => {
  const { auditor } = witnessedRecord({ change: (opening) => { opening.parties.push({ party: 'idle', role: 'witness', kind: 'committed', key: 'sm2:AAAA' }); } });
  await fails(auditor, (r) => { r.struck.push({ party: 'idle', reason: 'notCommitted', at: r.struck[0].at }); }, 'signatures', 'key-format');
});

test('Times_PublicValueFixedBeforeTheLastReveal_Failed', async () => {
  const { auditor } = witnessedRecord({ change: (opening) => { opening.parties[3].time = '2026-03-02T01:11:59Z'; } });
  assert.equal((await fails(auditor, () => {}, 'times', 'times')).later, 'lottery.time');
  const { auditor: described } = witnessedRecord({ change: (opening) => { opening.parties[3].time = '开奖当晚'; } });
  assert.deepEqual(failed(await verify(described)), []);
});

test('Commitments_OfAPartyThatTheOpeningDoesNotName_Failed', async () => {
  const { auditor } = witnessedRecord();
  const steps = await verify(edit(auditor, (r) => { r.commitments[0].party = 'nobody'; }));
  assert.deepEqual(detail(steps, 'commitments'), { problem: 'party-unknown', path: 'commitments', party: 'nobody' });
});

test('Verification_ProgressEvents_StepsInOrderAndWork', async () => {
  const { auditor, frame, key } = recordOf('pub-city');
  const events = [];
  const steps = await verify(auditor, { frames: [{ bytes: frame, key }], progress: (event) => events.push(event) });
  assert.deepEqual(events.filter((event) => event.step).map((event) => event.step), steps);
  assert.deepEqual(events.filter((event) => event.work), [{ work: 'root', done: 0, total: 3000 }, { work: 'tickets', done: 0, total: 3000 }]);
  assert.equal(isVerified(steps), true);
  assert.equal(isVerified([...steps, { status: 'failed' }]), false);
});
