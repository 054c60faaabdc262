// A verification in a worker: what passes between it and the page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../src/RandomInspection.Web/wwwroot/verify/run.mjs';
import { isVerified } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { bytes, documentOf, drawnRecord, hashHex, recordOf } from './records.mjs';

/** Sends what the real worker sends, through the same kind of copy. */
class WorkerHere extends EventTarget {
  static failing = false;

  postMessage(message) {
    const say = (type, fields) => this.dispatchEvent(Object.assign(new Event(type), fields));
    if (WorkerHere.failing) return queueMicrotask(() => say('error', { message: 'no' }));
    globalThis.self = { addEventListener: (_, listen) => { this.listen = listen; }, postMessage: (data) => say('message', { data: structuredClone(data) }) };
    import(`../../src/RandomInspection.Web/wwwroot/verify/worker.mjs?${Math.random()}`).then(() => this.listen({ data: structuredClone(message) }));
  }

  terminate() {
    this.terminated = true;
  }
}

/** A draw of one among many units of one cell: its selection is one smallest ticket. */
function manyUnits(size) {
  const ids = Array.from({ length: size }, (_, i) => `u${String(i).padStart(6, '0')}`);
  return drawnRecord(bytes(ids.map((id) => `${id}\ts\tA\tdrawable\n`).join('')), '{"kind":"fixed","size":1,"weights":{"A":1}}', (seed) => {
    const first = ids.map((id) => ({ ticket: hashHex('sha-256', seed, id), id })).sort((a, b) => (a.ticket < b.ticket ? -1 : 1))[0];
    return { cells: [{ stratum: 's', class: 'A', population: size, drawable: size, expectedNano: '1000000000', size: 1, cutoff: first.ticket }], selected: [first], reserves: [] };
  });
}

test('Run_ManyUnits_ProgressIsNoResult', async () => {
  globalThis.Worker = WorkerHere;
  const { auditor, frame, key } = manyUnits(45_000);
  const events = [];
  const { steps, published } = await run(documentOf(auditor), { frames: [{ bytes: frame, key }] }, (event) => events.push(event));
  assert.ok(isVerified(steps), JSON.stringify(steps.filter((step) => step.status === 'failed')));
  assert.equal(published.units.length, 1);
  assert.deepEqual(events.filter((event) => event.work === 'root').map((event) => event.done), [0, 20_000, 40_000]);
  assert.deepEqual(events.filter((event) => event.step).map((event) => event.step.id), steps.map((step) => step.id));
});

test('Run_NoWorkerOrOneThatFails_SameHere', async () => {
  const { open } = recordOf('pub-small');
  for (const none of [class { constructor() { throw new Error('refused'); } }, WorkerHere]) {
    globalThis.Worker = none;
    WorkerHere.failing = true;
    const { steps } = await run(documentOf(open), {}, () => {});
    assert.ok(isVerified(steps) && steps.length > 10);
  }
  WorkerHere.failing = false;
});
