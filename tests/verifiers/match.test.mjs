// The record of a match: everything is verified but the teams, whose problem is sealed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isVerified, publishedUnits, verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { REASONS } from '../../src/RandomInspection.Web/wwwroot/verify/texts.mjs';
import { documentOf, matchRecord, recordOf, voidRecord } from './records.mjs';

const statusOf = (steps, id) => steps.find((step) => step.id === id)?.status;
const verify = (record) => verifyRecord(documentOf(record));
const failedOf = (steps) => steps.filter((step) => step.status === 'failed').map((step) => `${step.id} ${step.detail.problem}`);

test('Match_BothViews_VerifiedWithTheTeamsSkipped', async () => {
  const { auditorBytes, openBytes, open } = matchRecord();
  for (const bytes of [auditorBytes, openBytes]) {
    const steps = await verifyRecord(bytes);
    assert.ok(isVerified(steps), JSON.stringify(steps));
    for (const id of ['opening', 'commitments', 'signatures', 'contributions', 'times', 'seed', 'assurance', 'matches']) assert.equal(statusOf(steps, id), 'ok', id);
    const match = steps.find((step) => step.id === 'match');
    assert.deepEqual([match.status, match.task, match.detail.reason, match.detail.digest], ['skipped', open.matches[0].id, 'ri-match', open.matches[0].resultDigest]);
    assert.ok(REASONS[match.detail.reason].every((text) => text.includes('ri match')));
  }
  assert.deepEqual(publishedUnits(openBytes).units, []);
});

test('Match_IdsOtherThanTheOpenings_Fail', async () => {
  const { auditor } = matchRecord();
  const [match] = auditor.matches;
  for (const matches of [[], [{ ...match, id: 'T2' }], [match, match], undefined]) {
    assert.deepEqual(failedOf(await verify({ ...auditor, matches })), ['matches matches-differ']);
  }
});

test('Match_SeedOrSignatureChanged_Fails', async () => {
  const { auditor } = matchRecord();
  assert.deepEqual(failedOf(await verify({ ...auditor, seed: '0'.repeat(64) })), ['seed seed-differs']);
  const [first, second] = auditor.commitments;
  const swapped = { ...auditor, commitments: [{ ...first, signature: second.signature }, second] };
  assert.deepEqual(failedOf(await verify(swapped)), ['signatures signature-wrong']);
});

test('Match_MembersOutOfForm_Refused', async () => {
  const { auditor } = matchRecord();
  const [match] = auditor.matches;
  for (const wrong of [{ ...match, seats: -1 }, { ...match, resultDigest: 'x' }, { id: match.id }, { ...match, team: 'a' }]) {
    assert.equal(statusOf(await verify({ ...auditor, matches: [wrong] }), 'format'), 'failed');
  }
  const { tasks, matches, ...head } = auditor;
  assert.deepEqual(failedOf(await verify({ ...head, matches, tasks }))[0], 'format member-order');
});

test('Match_OpeningWithDrawsToo_Refused', async () => {
  const { auditor } = matchRecord();
  const opening = JSON.parse(auditor.opening);
  opening.tasks.push({ id: 'T9', frameRoot: 'a'.repeat(64), frameSize: 1, designDigest: 'b'.repeat(64) });
  assert.deepEqual(failedOf(await verify({ ...auditor, opening: JSON.stringify(opening) }))[0], 'opening opening-mixed');
});

test('Match_InARecordOfADrawOrVoid_Fails', async () => {
  const { auditor: { matches } } = matchRecord();
  assert.ok(failedOf(await verify({ ...recordOf('pub-small').auditor, matches })).includes('matches matches-differ'));
  assert.deepEqual(failedOf(await verify({ ...voidRecord().auditor, matches }))[0], 'format outcome');
});
