// The addendum of a task's list (docs/replacements-format.md), against the record of one of its draws.
// The record itself is record.mjs's to check.

import { readRecord } from './format.mjs';
import { PrefixHash, hexDigest, utf8 } from './hash.mjs';
import { hex32, integer, listOf, members, nullable, oneOf, readJson, text } from './json.mjs';
import { HASHES, isBefore, moment, readOpening } from './opening.mjs';
import { Refusal, same } from './refusal.mjs';
import { NAME, isId } from './units.mjs';

const ordered = (shapes) => members(shapes, { ordered: true });
const name = text(NAME, 'name');
const ground = oneOf('deregistered', 'revoked', 'movedOut', 'notReached');
const unit = ordered({ ticket: hex32, id: text(/^.+$/su) });

const day = (value, path) => {
  text(/^\d{4}-\d{2}-\d{2}$/, '2026-03-02')(value, path);
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) throw new Refusal('value', { path, found: value, wanted: '2026-03-02' });
  return value;
};

const addendumShape = ordered({
  format: oneOf('random-inspection-replacements/1'),
  task: name,
  draws: listOf(ordered({ draw: name, supplements: nullable(name), covers: listOf(integer(1)), record: hex32 }), { least: 1 }),
  changes: listOf(ordered({
    number: integer(1), draw: name, goes: unit, ground, directory: integer(), attempts: listOf(day),
    passedOver: listOf(ordered({ ticket: hex32, id: text(/^.+$/su), ground })), comes: nullable(unit), at: moment,
  })),
});

/** Who was passed over, then who came. */
const after = (change) => [...change.passedOver, ...(change.comes ? [change.comes] : [])];

function checkOrder(all, changes, selected) {
  all.forEach((change, i) => {
    const earlier = all.slice(0, i);
    if ((i > 0 && isBefore(change.at, all[i - 1].at)) || earlier.some((e) => e.number === change.number)) throw new Refusal('replacements-order', { number: change.number });
  });
  const standing = new Set(selected.map((item) => item.id));
  const named = new Set(standing);
  for (const change of changes) {
    if (!standing.delete(change.goes.id)) throw new Refusal('replacements-not-on-list', { id: change.goes.id });
    let last = change.goes.ticket;
    for (const next of after(change)) {
      if (named.has(next.id)) throw new Refusal('replacements-named-before', { id: next.id });
      if (next.ticket < last) throw new Refusal('replacements-ticket-order', { id: next.id });
      named.add(next.id);
      last = next.ticket;
    }
    if (change.comes) standing.add(change.comes.id);
    const tried = change.ground === 'notReached' ? new Set(change.attempts).size >= 2 : change.attempts.length === 0;
    if (!tried || change.passedOver.some((passed) => passed.ground === 'notReached')) throw new Refusal('replacements-ground', { number: change.number });
  }
}

/** The reserves of each cell are spent in their order. Without the frame the cell of a selected unit is that of who came for it. */
function checkReserves(changes, reserves) {
  const cells = new Map(reserves.map((reserve) => [reserve.id, `${reserve.stratum}\t${reserve.class}`]));
  const waiting = new Map([...cells.values()].map((cell) => [cell, []]));
  for (const reserve of reserves) waiting.get(cells.get(reserve.id)).push(reserve);
  for (const change of changes) {
    const spent = after(change);
    const known = [change.goes, ...spent].find((item) => cells.has(item.id));
    const queue = waiting.get(known && cells.get(known.id)) ?? [];
    for (const item of spent) {
      if (queue.shift()?.id !== item.id) throw new Refusal('replacements-next', { id: item.id });
    }
    if (change.comes === null && known && queue.length > 0) throw new Refusal('replacements-left', { number: change.number });
  }
}

/**
 * Checks an addendum; throws a Refusal at the first thing that is wrong.
 *
 * @param {Uint8Array} recordBytes a record in the public or the auditor's view, exactly as published
 * @param {Uint8Array} addendumBytes the addendum, exactly as published
 * @returns {{task: string, count: number, others: number, checked: string[]}} the changes of this record's draw, those of
 *   other draws, which their records check, and what was checked: 'record', 'tickets', 'order', and for an auditor 'reserves'
 */
export function verifyReplacements(recordBytes, addendumBytes) {
  const record = readRecord(recordBytes);
  const addendum = addendumShape(readJson(addendumBytes, { compact: true }), '');
  const opening = readOpening(utf8(record.opening));
  const H = HASHES.get(opening.hash);
  const task = (record.tasks ?? []).find((item) => item.id === addendum.task);
  const draws = addendum.draws.filter((item) => item.draw === opening.draw);
  if (task === undefined || draws.length !== 1 || addendum.draws.filter((item) => item.supplements === null).length !== 1) {
    throw new Refusal('replacements-draws', { draw: opening.draw, task: addendum.task });
  }
  same('replacements-record', record.auditorDigest ?? hexDigest(H, recordBytes), draws[0].record, { draw: opening.draw });

  const changes = addendum.changes.filter((change) => change.draw === opening.draw);
  const tickets = new PrefixHash(H, record.seed);
  for (const item of changes.flatMap((change) => [change.goes, ...after(change)])) {
    if (!isId(item.id) || tickets.hex(item.id) !== item.ticket) throw new Refusal('ticket-differs', { id: item.id });
  }
  checkOrder(addendum.changes, changes, task.selected);
  const found = { task: task.id, count: changes.length, others: addendum.changes.length - changes.length, checked: ['record', 'tickets', 'order'] };
  if (record.view !== 'auditor') return found;
  checkReserves(changes, task.reserves);
  return { ...found, checked: [...found.checked, 'reserves'] };
}
