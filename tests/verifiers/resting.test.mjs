import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { documentOf, witnessedRecord } from './records.mjs';

const { auditor, subject } = witnessedRecord({ rests: true });
const verify = (value, change = () => {}) => {
  const copy = structuredClone(value);
  change(copy);
  return verifyRecord(documentOf(copy));
};
const failed = (steps) => steps.filter((step) => step.status === 'failed').map((step) => [step.id, step.detail.problem]);

test('Record_RestingUnitsCounted_VerifiedAndShown', async () => {
  const steps = await verify(auditor);
  assert.deepEqual(failed(steps), []);
  assert.deepEqual(steps.filter((step) => step.id === 'resting').map((step) => [step.task, step.detail]),
    [['task-0', { total: 2, RI2120: 1, RI2122: 1 }], ['task-1', { total: 2, RI2120: 1, RI2122: 1 }]]);
  assert.equal((await verify(witnessedRecord().auditor)).some((step) => step.id === 'resting'), false);
});

test('Record_RestingUnitsMiscounted_Refused', async () => {
  const directory = (change) => verify(auditor, (r) => change(r.tasks[0].directory)).then(failed);
  assert.deepEqual(await directory((d) => { d.resting.RI2120 = 2; }), [['resting', 'resting-differs']]);
  assert.deepEqual(await directory((d) => { delete d.resting.RI2122; }), [['resting', 'resting-differs']]);
  assert.deepEqual(await directory((d) => { d.resting = {}; }), [['resting', 'resting-differs']]);
  assert.deepEqual(await directory((d) => { d.resting.RI2121 = 0; }), [['format', 'value']]);
  assert.deepEqual(await directory((d) => { d.resting = 2; }), [['format', 'value']]);
  assert.deepEqual(await directory((d) => { const { leftOut } = d; delete d.leftOut; d.leftOut = leftOut; }), [['format', 'member-order']]);
});

test('Record_SubjectsReasons_OnlyOfARestingUnit', async () => {
  const resting = subject(4);
  assert.deepEqual(resting.subject.restingReasons, ['RI2120', 'RI2122']);
  const steps = await verify(resting);
  assert.deepEqual(failed(steps), []);
  assert.equal(steps.find((step) => step.id === 'subject-line').detail.resting, 'RI2120 RI2122');
  assert.deepEqual(failed(await verify(resting, (r) => { delete r.subject.restingReasons; })), []);
  assert.deepEqual(failed(await verify(resting, (r) => { r.subject.restingReasons = []; })), [['format', 'value']]);
  assert.deepEqual(failed(await verify(resting, (r) => { r.subject.restingReasons = ['']; })), [['format', 'value']]);
  assert.deepEqual(failed(await verify(subject(2), (r) => { r.subject.restingReasons = ['RI2120']; })), [['subject-line', 'resting-reason']]);
});
