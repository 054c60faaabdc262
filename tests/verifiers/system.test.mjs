// A seed from the host's own value alone: the record that verify.py's arithmetic made and .NET writes byte for byte.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isVerified, verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { documentOf } from './records.mjs';

const read = (name) => new Uint8Array(readFileSync(new URL(`../vectors/records/system.${name}`, import.meta.url)));
const auditor = JSON.parse(new TextDecoder().decode(read('auditor.json')));
const key = createHash('sha256').update('frame key').digest('hex');
const failedOf = (steps) => steps.filter((step) => step.status === 'failed').map((step) => `${step.id} ${step.detail.problem}`);

test('System_BothViews_Verified', async () => {
  assert.ok(isVerified(await verifyRecord(read('public.json'))));
  const steps = await verifyRecord(read('auditor.json'), { frames: [{ bytes: read('frame.tsv'), key }] });
  assert.ok(isVerified(steps), JSON.stringify(steps));
  assert.equal(steps.find((step) => step.id === 'frame')?.status, 'ok');
});

test('System_MoreThanItIs_Fails', async () => {
  const [value] = auditor.contributions;
  const fails = async (change, due) => assert.deepEqual(failedOf(await verifyRecord(documentOf({ ...auditor, ...change }))), due);
  await fails({ assurance: 'witnessed' }, ['assurance assurance-differs']);
  await fails({ breakOff: true }, ['assurance break-off-differs']);
  await fails({ contributions: [{ ...value, at: '2026-11-23T03:00:00.1Z' }] }, ['times times']);
  await fails({ contributions: [{ ...value, at: '2026-11-23T00:59:59Z' }] }, ['times times']);
});
