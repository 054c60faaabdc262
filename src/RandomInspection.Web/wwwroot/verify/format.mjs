// docs/record-format.md: the members of a record, view by view.

import { either, hex32, integer, listOf, members, nullable, oneOf, readJson, tableOf, text } from './json.mjs';
import { moment } from './opening.mjs';
import { Refusal } from './refusal.mjs';
import { NAME } from './units.mjs';

const ordered = (shapes) => members(shapes, { ordered: true });
const name = text(NAME, 'a name');
const some = text(/./s, 'text');
const flag = oneOf(true, false);
const count = integer();

const cell = { stratum: some, class: some, population: count, drawable: count, expectedNano: text(/^(?:0|[1-9][0-9]{0,29})$/, 'nanos'), size: count };
const chosen = { ticket: hex32, id: some };
const task = (own) => ({ id: name, design: text(), cells: listOf(ordered({ ...cell, ...own.cell })), selected: listOf(ordered(chosen)), ...own.task });
const flags = listOf(ordered({ stratum: some, class: some, flag: oneOf('certain', 'never', 'small') }));

const publicTask = ordered(task({ task: { flags } }));
const named = listOf(ordered({ stratum: some, class: some, ...chosen })); // units with their cells
// A task with cutoffs and directory: the auditor's, and the public's where classes are published.
const fullTask = (own = {}, reserves = {}) => {
  const directory = members(
    { version: either(integer(), some), criteria: text(), leftOut: tableOf(count), resting: tableOf(integer(1)) }, { ordered: true, optional: ['resting'] });
  return ordered({ ...task({ cell: { cutoff: nullable(hex32) } }), ...own, ...reserves, flags, directory });
};
const auditorTask = fullTask({}, { reserves: named });

const subject = members({
  task: name,
  line: ordered({ id: some, stratum: some, class: some, standing: oneOf('drawable', 'resting') }),
  salt: text(/^[0-9a-f]{32}$/, '32 × 0-9a-f'),
  leafIndex: count,
  frameSize: count,
  frameRoot: hex32,
  proof: listOf(hex32, { most: 64 }),
  cutoff: nullable(hex32),
  ticket: hex32,
  drawn: flag,
  restingReasons: listOf(some, { least: 1 }),
}, { ordered: true, optional: ['restingReasons'] });

const head = {
  format: oneOf('random-inspection-record/1'),
  view: oneOf('public', 'auditor', 'subject'),
  outcome: oneOf('drawn', 'void'),
  opening: some,
  openedAt: moment,
  commitments: listOf(ordered({ party: name, commitment: hex32, at: moment, signature: nullable(some) })),
  contributions: listOf(ordered({ party: name, kind: some, value: text(/^(?:[0-9a-f]{2})+$/, 'hex'), at: moment })),
  struck: listOf(ordered({ party: name, reason: oneOf('notCommitted', 'notRevealed', 'noValue'), at: moment })),
  void: nullable(ordered({ reason: some, by: listOf(some, { least: 2, most: 2 }), at: moment })),
  seed: nullable(hex32),
  drawnAt: nullable(moment),
  assurance: oneOf('witnessed', 'operator'),
  breakOff: flag,
};

const matches = listOf(ordered({ id: name, mixFactor: count, resultDigest: hex32, seats: count, missing: count }));
const withMatches = (shapes) => members({ ...shapes, matches }, { ordered: true, optional: ['matches'] });

const viewsOf = (forPublic, forAuditor, classes = {}) => ({
  public: withMatches({ ...head, ...classes, auditorDigest: hex32, tasks: listOf(forPublic) }),
  auditor: withMatches({ ...head, ...classes, tasks: listOf(forAuditor) }),
  subject: ordered({ ...head, outcome: oneOf('drawn'), ...classes, auditorDigest: hex32, subject }),
});

const VIEWS = viewsOf(publicTask, auditorTask);
const OPEN_VIEWS = viewsOf(fullTask({ selected: named }), fullTask({ selected: named }, { reserves: named }), { classes: oneOf('published') });

/** The record that a document's bytes hold; throws a Refusal. */
export function readRecord(bytes) {
  const value = readJson(bytes, { compact: true });
  const view = value instanceof Map ? value.get('view') : undefined;
  const views = value instanceof Map && value.has('classes') ? OPEN_VIEWS : VIEWS;
  const record = (Object.hasOwn(views, view ?? '') ? views[view] : views.public)(value, '');

  const isVoid = record.outcome === 'void';
  const wrong = ['void', 'seed', 'drawnAt'].find((member) => (record[member] === null) !== (isVoid !== (member === 'void')));
  if (wrong) throw new Refusal('outcome', { outcome: record.outcome, member: wrong });
  record.matches ??= [];
  if (isVoid && record.matches.length > 0) throw new Refusal('outcome', { outcome: record.outcome, member: 'matches' });
  if (isVoid && record.classes !== undefined) throw new Refusal('outcome', { outcome: record.outcome, member: 'classes' });
  if (isVoid && record.tasks.length > 0) throw new Refusal('outcome', { outcome: record.outcome, member: 'tasks' });
  return record;
}

const signatureDocument = members({ algorithm: oneOf('ecdsa-p256-sha256', 'sm2-sm3'), key: some, digest: hex32, signature: some });

/** The detached signature that a document's bytes hold; throws a Refusal. */
export const readSignatureDocument = (bytes) => signatureDocument(readJson(bytes), '');
