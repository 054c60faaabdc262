// §3: the opening, the contributions and the seed.

import { hexDigest } from './hash.mjs';
import { hex32, integer, listOf, members, oneOf, readJson, text } from './json.mjs';
import { Refusal } from './refusal.mjs';
import { sha256 } from './sha256.mjs';
import { sm3 } from './sm3.mjs';
import { NAME } from './units.mjs';

/** The hashes an opening may name. */
export const HASHES = new Map([sha256, sm3].map((algorithm) => [algorithm.name, algorithm]));

const isDate = (y, m, d) => new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d && m >= 1 && m <= 12;

/** A moment of record-format.md: UTC, with as many fraction digits as needed (nine at most). */
export const moment = (value, path) => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{0,8}[1-9])?Z$/.exec(text()(value, path)) ?? [];
  if (y === undefined || y < 1 || !isDate(+y, +mo, +d) || h > 23 || mi > 59 || s > 59) {
    throw new Refusal('value', { path, found: value.slice(0, 100), wanted: '2026-03-02T01:30:00Z' });
  }
  return value;
};

/** Whether a text has the form of a moment. */
export const isMoment = (value) => {
  try {
    return moment(value, '') === value;
  } catch {
    return false;
  }
};

/** Whether moment `a` is before `b`; without the Z they compare as texts do. */
export const isBefore = (a, b) => a.slice(0, -1) < b.slice(0, -1);

const name = text(NAME, '1–64 × 0x21–0x7E, no ":"');

const party = members({
  party: name,
  role: text(),
  kind: oneOf('committed', 'public', 'system'),
  key: text(),
  source: text(),
  encoding: text(),
  outcomes: text(),
  time: text(),
}, { optional: ['key', 'source', 'encoding', 'outcomes', 'time'] });

const drawnTask = members({ id: name, frameRoot: hex32, frameSize: integer(), designDigest: hex32 });
const match = members({ id: name, problemDigest: hex32 });

const shape = members({
  specification: oneOf('random-inspection-draw/1'),
  draw: name,
  attempt: integer(1),
  previous: members({ record: hex32, reason: text() }),
  hash: oneOf(...HASHES.keys()),
  tasks: listOf((value, path) => (value instanceof Map && value.has('problemDigest') ? match : drawnTask)(value, path), { least: 1 }),
  parties: listOf(party, { least: 1 }),
  deadlines: members({ commit: moment, reveal: moment }),
}, { optional: ['previous', 'deadlines'] });

const distinct = (names, path) => {
  const twice = names.find((item, i) => names.indexOf(item) !== i);
  if (twice !== undefined) throw new Refusal('not-distinct', { path, found: twice });
};

/**
 * The opening that a document's bytes hold; throws a Refusal. Members that the computation does not use (deadlines,
 * what describes a public value) may be absent; what describes is any text. Unknown members are refused. The tasks of a match, which stand among the tasks of the
 * document, are its `matches`.
 */
export function readOpening(bytes) {
  const opening = shape(readJson(bytes), '');
  distinct(opening.tasks.map((task) => task.id), 'tasks');
  distinct(opening.parties.map((item) => item.party), 'parties');
  if ((opening.attempt > 1) !== (opening.previous !== undefined)) throw new Refusal('opening-previous', { attempt: opening.attempt });
  if (opening.parties.length > 1 && opening.parties.some((item) => item.kind === 'system')) throw new Refusal('opening-system');
  const matches = opening.tasks.filter((task) => task.problemDigest !== undefined);
  if (matches.length > 0 && matches.length < opening.tasks.length) throw new Refusal('opening-mixed');
  return { ...opening, tasks: opening.tasks.filter((task) => task.problemDigest === undefined), matches };
}

/** Commitment of a party to its value (hex). */
export const commitmentOf = (algorithm, openingDigest, partyName, value) =>
  hexDigest(algorithm, `random-inspection-draw/1 commitment\n${openingDigest}\n${partyName}\n${value}\n`);

/** What a party signs with its commitment (record-format.md). */
export const commitmentStatement = (openingDigest, partyName, commitment) =>
  `random-inspection-draw/1 commitment signature\n${openingDigest}\n${partyName}\n${commitment}\n`;

/** The seed: contributions {party, kind, value} in the order of the opening. */
export const seedOf = (algorithm, openingDigest, contributions) =>
  hexDigest(algorithm, [
    'random-inspection-draw/1',
    `opening ${openingDigest}`,
    ...contributions.map((item) => `contribution ${item.party} ${item.kind} ${item.value}`),
    '',
  ].join('\n'));

/** Whether a value has the form that its kind asks for: 32 bytes, or 1 to 256 for a public value. */
export const isValue = (kind, value) => (kind === 'public' ? /^(?:[0-9a-f]{2}){1,256}$/ : /^[0-9a-f]{64}$/).test(value);

/**
 * `witnessed` if a committed value of a party with its own key (no other party has it) counts that is not of the
 * drawing department, or a public value with at least 2⁶⁴ outcomes; `operator` otherwise.
 */
export function assuranceOf(opening, contributions) {
  const counts = new Set(contributions.map((item) => item.party));
  const keys = opening.parties.map((item) => item.key);
  const witnesses = (item) => (item.kind === 'committed'
    ? item.role !== 'drawing' && item.key !== undefined && keys.filter((key) => key === item.key).length === 1
    : item.kind === 'public' && /^[0-9]{1,100}$/.test(item.outcomes) && BigInt(item.outcomes) >= 1n << 64n);
  return opening.parties.some((item) => counts.has(item.party) && witnesses(item)) ? 'witnessed' : 'operator';
}

/**
 * Whether the last to reveal can break the draw off by silence (§3): some commit, and no public value, which the last
 * would have to await like all others, comes after.
 */
export const canBreakOff = ({ parties }) => parties.some((item) => item.kind === 'committed') && parties.every((item) => item.kind !== 'public');
