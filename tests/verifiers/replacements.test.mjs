import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyReplacements } from '../../src/RandomInspection.Web/wwwroot/verify/replacements.mjs';
import { verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { VECTOR_NAMES, documentOf, hashHex, recordOf } from './records.mjs';

const short = ({ ticket, id }) => ({ ticket, id });
const edit = (value, change) => { const copy = structuredClone(value); change(copy); return copy; };

/** A vector with two reserves in one cell, a selected unit of it, and a reserve of another cell. */
function sample() {
  for (const name of VECTOR_NAMES) {
    const { auditor, open, frame } = recordOf(name);
    const cells = new Map(new TextDecoder().decode(frame).split('\n').slice(0, -1).map((line) => [line.split('\t')[0], line.split('\t').slice(1, 3).join('\t')]));
    const [task] = auditor.tasks;
    for (const unit of task.selected) {
      const own = task.reserves.filter((r) => `${r.stratum}\t${r.class}` === cells.get(unit.id));
      const other = task.reserves.find((r) => `${r.stratum}\t${r.class}` !== cells.get(unit.id) && own.length > 0 && r.ticket > own[0].ticket);
      if (own.length >= 2 && other) return { auditor, open, unit, own, other };
    }
  }
  throw new Error('no vector has two reserves in a cell');
}

const { auditor, open, unit, own, other } = sample();
const opening = JSON.parse(auditor.opening);
const record = documentOf(auditor);
const good = {
  format: 'random-inspection-replacements/1',
  task: auditor.tasks[0].id,
  draws: [{ draw: opening.draw, supplements: null, covers: [], record: hashHex(opening.hash, record) }],
  changes: [{
    number: 2, draw: opening.draw, goes: short(unit), ground: 'revoked', directory: 4, attempts: [],
    passedOver: [{ ...short(own[0]), ground: 'movedOut' }], comes: short(own[1]), at: '2026-03-03T01:00:00Z',
  }],
};

test('VerifyReplacements_Good_EveryViewVerifies', () => {
  const found = { task: good.task, count: 1, others: 0 };
  assert.deepEqual(verifyReplacements(record, documentOf(good)), { ...found, checked: ['record', 'tickets', 'order', 'reserves'] });
  assert.deepEqual(verifyReplacements(documentOf(open), documentOf(good)), { ...found, checked: ['record', 'tickets', 'order'] });
});

test('VerifyRecord_WithAddenda_AStepForEach', async () => {
  const bad = documentOf(edit(good, (a) => { a.changes[0].comes = short(own[0]); }));
  const steps = await verifyRecord(record, { replacements: [documentOf(good), bad, new TextEncoder().encode('{')] });
  const taken = steps.filter((step) => step.id === 'replacements');
  assert.deepEqual(taken.map((step) => [step.status, step.detail.problem ?? step.detail.against]), [['ok', 'reserves'], ['failed', 'replacements-named-before'], ['failed', 'json']]);
  assert.deepEqual((await verifyRecord(record)).filter((step) => step.id === 'replacements'), []);
});

for (const [problem, change] of [
  ['replacements-record', (a) => { a.draws[0].record = '0'.repeat(64); }],
  ['replacements-draws', (a) => { a.task = 'another'; }],
  ['ticket-differs', (a) => { a.changes[0].comes.ticket = unit.ticket; }],
  ['replacements-not-on-list', (a) => { a.changes[0].goes = short(own[1]); }],
  ['replacements-named-before', (a) => { a.changes[0].comes = short(own[0]); }],
  ['replacements-ground', (a) => { a.changes[0].ground = 'notReached'; }],
  ['replacements-ground', (a) => { Object.assign(a.changes[0], { ground: 'notReached', attempts: ['2026-03-02', '2026-03-02'] }); }],
  ['replacements-order', (a) => { a.changes.push(a.changes[0]); }],
  ['replacements-next', (a) => { a.changes[0].passedOver = []; }],
  ['replacements-next', (a) => { Object.assign(a.changes[0], { passedOver: [], comes: short(own[0]) }); a.changes.push({ ...a.changes[0], number: 3, goes: short(own[0]), comes: short(other) }); }],
  ['replacements-left', (a) => { Object.assign(a.changes[0], { passedOver: [{ ...short(own[0]), ground: 'movedOut' }], comes: null }); }],
  ['member-unknown', (a) => { a.classes = []; }],
  ['member-missing', (a) => { delete a.changes[0].directory; }],
  ['value', (a) => { a.changes[0].attempts = ['2026-02-30']; }],
]) {
  test(`VerifyReplacements_${problem}_Refused`, () => {
    assert.throws(() => verifyReplacements(record, documentOf(edit(good, change))), (error) => error.problem === problem || assert.equal(error.problem, problem));
  });
}
