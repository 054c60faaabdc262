// The draft of a visit's results: kept by person and visit, offered again, never taken for another's, gone when the host has it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { differing, drop, dropAll, judge, keep, kept, namesOf } from '../../src/RandomInspection.Web/wwwroot/visits/draft.mjs';

/** localStorage as browsers have it. */
class Storage {
  #items = new Map();

  get length() { return this.#items.size; }

  key(i) { return [...this.#items.keys()][i] ?? null; }

  getItem(name) { return this.#items.get(name) ?? null; }

  setItem(name, value) { this.#items.set(name, String(value)); }

  removeItem(name) { this.#items.delete(name); }
}

const draft = { saved: '2026-11-23T01:00:00.000Z', entries: 1, values: { 'Input.Results[A]': 'NoProblemFound', 'Input.Notes[A]': '标签' } };

test('kept: another person and another visit have none', () => {
  const storage = new Storage();
  keep(storage, 'chai', 'V1', draft);
  assert.deepEqual(kept(storage, 'chai', 'V1'), draft);
  assert.equal(kept(storage, 'lv', 'V1'), null);
  assert.equal(kept(storage, 'chai', 'V2'), null);
});

test('names with strokes in them are not taken for others', () => {
  const storage = new Storage();
  keep(storage, 'a', 'b/c', draft);
  assert.equal(kept(storage, 'a/b', 'c'), null);
  assert.deepEqual(namesOf(storage, 'a/b'), []);
});

test('dropAll: all of one person, none of another, nothing else', () => {
  const storage = new Storage();
  storage.setItem('ri/D2026-0001/chai/x', 'a secret value');
  keep(storage, 'chai', 'V1', draft);
  keep(storage, 'chai', 'V2', draft);
  keep(storage, 'chai2', 'V1', draft);
  dropAll(storage, 'chai');
  assert.equal(kept(storage, 'chai', 'V1'), null);
  assert.equal(kept(storage, 'chai', 'V2'), null);
  assert.deepEqual(kept(storage, 'chai2', 'V1'), draft);
  assert.equal(storage.getItem('ri/D2026-0001/chai/x'), 'a secret value');
});

test('drop: one visit', () => {
  const storage = new Storage();
  keep(storage, 'chai', 'V1', draft);
  keep(storage, 'chai', 'V2', draft);
  drop(storage, 'chai', 'V1');
  assert.equal(kept(storage, 'chai', 'V1'), null);
  assert.deepEqual(kept(storage, 'chai', 'V2'), draft);
});

test('kept: what does not read is none', () => {
  const storage = new Storage();
  const name = (keep(storage, 'chai', 'V1', draft), storage.key(0));
  for (const text of ['', '{', 'null', '1', '{}', '{"saved":"x","entries":1,"values":{}}', '{"saved":"2026-11-23","entries":"1","values":{}}',
    '{"saved":"2026-11-23","entries":1,"values":null}', '{"saved":"2026-11-23","entries":1,"values":{"a":1}}']) {
    storage.setItem(name, text);
    assert.equal(kept(storage, 'chai', 'V1'), null, text);
  }
});

test('keep: nothing but what is needed', () => {
  const storage = new Storage();
  keep(storage, 'chai', 'V1', { ...draft, token: 'secret' });
  assert.ok(!storage.getItem(storage.key(0)).includes('secret'));
});

test('differing: the draft\'s own fields, blanks do not count', () => {
  assert.deepEqual(differing({ a: '1', b: ' x ' }, { a: '1', b: 'x' }), []);
  assert.deepEqual(differing({ a: '1', b: '' }, { b: '2', c: '3' }), ['a', 'b']);
  assert.deepEqual(differing({}, {}), []);
});

test('judge: every case', () => {
  const stands = { 'Input.Results[A]': 'OrderedToCorrect' };
  assert.equal(judge(null, stands, 1), 'none');
  assert.equal(judge(draft, null, 1), 'closed');
  assert.equal(judge(draft, { ...draft.values }, 2), 'accepted');
  assert.equal(judge(draft, { ...draft.values }, 1, true), 'refused');
  assert.equal(judge(draft, stands, 1), 'offer');
  assert.equal(judge(draft, stands, 2), 'conflict');
});
