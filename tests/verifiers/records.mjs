// Sample records, made without the code under test: hashes, signatures and proofs come from node's own crypto, results
// from the vectors or, for a draw of our own, from frames of a single cell, whose selection is one sorted list.

import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';

const VECTORS = new URL('../vectors/draw/', import.meta.url);
const file = (name) => readFileSync(new URL(name, VECTORS));
export const bytes = (text) => new TextEncoder().encode(text);

export const VECTOR_NAMES = readdirSync(VECTORS).filter((name) => name.endsWith('.opening.json')).map((name) => name.replace('.opening.json', ''));

/** A vector: its result as an object, and the exact bytes of its files. */
export const vector = (name) => ({
  ...JSON.parse(file(`${name}.json`)),
  opening: file(`${name}.opening.json`),
  design: file(`${name}.design.json`),
  frame: new Uint8Array(file(`${name}.frame.tsv`)),
});

export const NODE_HASH = { 'sha-256': 'sha256', sm3: 'sm3' };
const hash = (name, ...parts) => parts.reduce((h, part) => h.update(part), createHash(NODE_HASH[name])).digest();
export const hashHex = (name, ...parts) => hash(name, ...parts).toString('hex');

/** A document of record-format.md: no white space, members in the order given, LF at the end. */
export const documentOf = (value) => bytes(`${JSON.stringify(value)}\n`);

const minute = (n) => `2026-03-02T01:${String(n).padStart(2, '0')}:00Z`;

const flagsOf = (cells) => cells.flatMap((cell) => [
  [cell.drawable > 0 && BigInt(cell.expectedNano) === BigInt(cell.drawable) * 1_000_000_000n, 'certain'],
  [cell.expectedNano === '0', 'never'],
  [cell.drawable < 3, 'small'],
].filter(([holds]) => holds).map(([, flag]) => ({ stratum: cell.stratum, class: cell.class, flag })));

/** RFC 9162 §2.1.1 and §2.1.3.1, word for word. */
function treeHash(name, leaves) {
  if (leaves.length === 0) return hash(name);
  if (leaves.length === 1) return hash(name, Buffer.of(0), leaves[0]);
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return hash(name, Buffer.of(1), treeHash(name, leaves.slice(0, k)), treeHash(name, leaves.slice(k)));
}

function path(name, m, leaves) {
  if (leaves.length === 1) return [];
  const k = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return m < k
    ? [...path(name, m, leaves.slice(0, k)), treeHash(name, leaves.slice(k))]
    : [...path(name, m - k, leaves.slice(k)), treeHash(name, leaves.slice(0, k))];
}

const linesOf = (frame) => new TextDecoder().decode(frame).split('\n').slice(0, -1);
const saltOf = (name, key, line) => hashHex(name, key, line.split('\t')[0]).slice(0, 32);
const leavesOf = (name, key, frame) => linesOf(frame).map((line) => Buffer.from(`${saltOf(name, key, line)}\t${line}`));
export const rootOf = (name, key, frame) => treeHash(name, leavesOf(name, key, frame)).toString('hex');

/** How many units rest, for a draw whose task has such rules: all but one by the authority's limit. */
const restingOf = (cells, rests) => {
  const units = cells.reduce((sum, cell) => sum + cell.population - cell.drawable, 0);
  return rests ? { resting: units > 1 ? { RI2120: units - 1, RI2122: 1 } : {} } : {};
};

/** The three views of a draw: {auditor, open (the public view), subject(task, index)}, as plain objects. */
function viewsOf(hashName, head, tasks) {
  const auditor = {
    format: 'random-inspection-record/1', view: 'auditor', ...head,
    tasks: tasks.map(({ id, design, cells, selected, reserves, rests }) => ({
      id, design, cells, selected, reserves, flags: flagsOf(cells), directory: { version: 7, criteria: '登记状态=存续', leftOut: { deregistered: 3 }, ...restingOf(cells, rests) },
    })),
  };
  const shown = { format: auditor.format, view: 'public', ...head, auditorDigest: hashHex(hashName, documentOf(auditor)) };
  const open = {
    ...shown,
    tasks: auditor.tasks.map(({ id, design, cells, selected, flags }) => ({ id, design, cells: cells.map(({ cutoff, ...cell }) => cell), selected, flags })),
  };
  const subject = (index, taskIndex = 0) => {
    const { id: task, cells, frame, key, rests } = tasks[taskIndex];
    const leaves = leavesOf(hashName, key, frame);
    const [id, stratum, name, standing] = linesOf(frame)[index].split('\t');
    const { cutoff } = cells.find((cell) => cell.stratum === stratum && cell.class === name);
    const ticket = hashHex(hashName, head.seed, id);
    return {
      ...shown, view: 'subject',
      subject: {
        task, line: { id, stratum, class: name, standing }, salt: saltOf(hashName, key, linesOf(frame)[index]), leafIndex: index,
        frameSize: leaves.length, frameRoot: rootOf(hashName, key, frame), proof: path(hashName, index, leaves).map((node) => node.toString('hex')),
        cutoff, ticket, drawn: standing === 'drawable' && cutoff !== null && ticket <= cutoff,
        ...(rests && standing === 'resting' ? { restingReasons: ['RI2120', 'RI2122'] } : {}),
      },
    };
  };
  return { auditor, open, subject };
}

/** The record of a vector in its three views, with frame and key. */
export function recordOf(name) {
  const { opening, design, frame, frameKey, contributions, seed, result, hash: hashName } = vector(name);
  const made = contributions.filter((item) => item.commitment);
  const head = {
    outcome: 'drawn',
    opening: opening.toString(),
    openedAt: minute(0),
    commitments: made.map(({ party, commitment }, i) => ({ party, commitment, at: minute(1 + i), signature: null })),
    contributions: contributions.map(({ party, kind, value }, i) => ({ party, kind, value, at: minute(20 + i) })),
    struck: [],
    void: null,
    seed,
    drawnAt: '2026-03-02T02:00:00.123456789Z',
    assurance: 'operator',
    breakOff: made.length > 0 && contributions.every((item) => item.kind !== 'public'),
  };
  const task = { id: JSON.parse(opening).tasks[0].id, design: design.toString(), ...result, frame, key: frameKey };
  return { ...viewsOf(hashName, head, [task]), frame, key: frameKey, hash: hashName, head };
}

/** A party's pair of keys in the form of record-format.md. */
export function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = `ecdsa-p256:${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
  return { key, sign: (message) => sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64') };
}

/** The detached signature document of a record. */
export const signatureOf = (pair, document, hashName = 'sha-256') =>
  documentOf({ algorithm: 'ecdsa-p256-sha256', key: pair.key, digest: hashHex(hashName, document), signature: pair.sign(document) });

/**
 * A witnessed draw of our own: signed commitments, one party struck, deadlines, a described public value, and two tasks
 * that share the seed. `change(openingObject)` may alter the opening before anything is computed from it.
 */
export function witnessedRecord({ change = () => {}, hash: hashName = 'sha-256', tasks: wanted = [5, 3], rests = false } = {}) {
  const pairs = { office: keyPair(), witness: keyPair(), late: keyPair() };
  const frame = bytes(Array.from({ length: 12 }, (_, i) => `id-${String.fromCharCode(65 + i)}\t沈河区/H\tA\t${i % 5 === 4 ? 'resting' : 'drawable'}\n`).join(''));
  const tasks = wanted.map((size, t) => {
    const key = hashHex('sha-256', `frame key ${t}`);
    return { id: `task-${t}`, size, key, frame, rests, design: JSON.stringify({ kind: 'fixed', size, weights: { A: 1 }, reservesPerCell: 2 }) };
  });
  const opening = {
    specification: 'random-inspection-draw/1', draw: 'draw-1', attempt: 1, hash: hashName,
    tasks: tasks.map((task) => ({ id: task.id, frameRoot: rootOf(hashName, task.key, frame), frameSize: 12, designDigest: hashHex(hashName, task.design) })),
    parties: [
      { party: 'office', role: 'drawing', kind: 'committed', key: pairs.office.key },
      { party: 'witness', role: 'witness', kind: 'committed', key: pairs.witness.key },
      { party: 'late', role: 'witness', kind: 'committed', key: pairs.late.key },
      { party: 'lottery', role: 'public', kind: 'public', source: '双色球 2026025', encoding: 'ascii', outcomes: '17721088', time: minute(30) },
    ],
    deadlines: { commit: minute(10), reveal: minute(25) },
  };
  change(opening);
  const text = JSON.stringify(opening);
  const digest = hashHex(hashName, text);
  const value = (party) => hashHex('sha-256', `value of ${party}`);
  const commitment = (party) => hashHex(hashName, `random-inspection-draw/1 commitment\n${digest}\n${party}\n${value(party)}\n`);
  const contributions = [
    { party: 'office', kind: 'committed', value: value('office'), at: minute(11) },
    { party: 'witness', kind: 'committed', value: value('witness'), at: minute(12) },
    { party: 'lottery', kind: 'public', value: Buffer.from('03 11 17').toString('hex'), at: minute(31) },
  ];
  const seed = hashHex(hashName, ['random-inspection-draw/1', `opening ${digest}`, ...contributions.map((c) => `contribution ${c.party} ${c.kind} ${c.value}`), ''].join('\n'));
  const head = {
    outcome: 'drawn', opening: text, openedAt: minute(0),
    commitments: ['office', 'witness', 'late'].map((party, i) => ({
      party, commitment: commitment(party), at: minute(1 + i),
      signature: pairs[party].sign(bytes(`random-inspection-draw/1 commitment signature\n${digest}\n${party}\n${commitment(party)}\n`)),
    })),
    contributions,
    struck: [{ party: 'late', reason: 'notRevealed', at: minute(25) }],
    void: null, seed, drawnAt: minute(40), assurance: 'witnessed', breakOff: false,
  };
  const results = tasks.map((task) => {
    const ranked = linesOf(frame).filter((line) => line.endsWith('drawable'))
      .map((line) => line.split('\t')[0]).map((id) => ({ ticket: hashHex(hashName, seed, id), id })).sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
    const place = { stratum: '沈河区/H', class: 'A' };
    const selected = ranked.slice(0, task.size);
    return {
      ...task, selected,
      reserves: ranked.slice(task.size, task.size + 2).map((unit) => ({ ...place, ...unit })),
      cells: [{ ...place, population: 12, drawable: 10, expectedNano: `${task.size}000000000`, size: task.size, cutoff: selected.at(-1).ticket }],
    };
  });
  return { ...viewsOf(hashName, head, results), head, pairs, frame, keys: tasks.map((task) => task.key) };
}

/** The record of a draw of one party's value from any frame and design; `draw(seed)` gives its result as a vector holds it. */
export function drawnRecord(frame, design, draw) {
  const key = hashHex('sha-256', 'frame key');
  const size = linesOf(frame).length;
  const opening = JSON.stringify({
    specification: 'random-inspection-draw/1', draw: 'draw-1', attempt: 1, hash: 'sha-256',
    tasks: [{ id: 'task-1', frameRoot: rootOf('sha-256', key, frame), frameSize: size, designDigest: hashHex('sha-256', design) }],
    parties: [{ party: 'system', role: 'drawing', kind: 'system' }],
  });
  const value = hashHex('sha-256', 'value');
  const seed = hashHex('sha-256', `random-inspection-draw/1\nopening ${hashHex('sha-256', opening)}\ncontribution system system ${value}\n`);
  const head = {
    outcome: 'drawn', opening, openedAt: minute(0), commitments: [], contributions: [{ party: 'system', kind: 'system', value, at: minute(1) }],
    struck: [], void: null, seed, drawnAt: minute(2), assurance: 'operator', breakOff: false,
  };
  return { ...viewsOf('sha-256', head, [{ id: 'task-1', design, frame, key, ...draw(seed) }]), frame, key };
}

/** The record of a match as .NET writes it: {auditor, open} as plain objects, and their exact bytes. */
export function matchRecord() {
  const read = (view) => new Uint8Array(readFileSync(new URL(`../vectors/records/match.${view}.json`, import.meta.url)));
  const [auditorBytes, openBytes] = [read('auditor'), read('public')];
  const parse = (document) => JSON.parse(new TextDecoder().decode(document));
  return { auditorBytes, openBytes, auditor: parse(auditorBytes), open: parse(openBytes) };
}

/** A void draw: opened, two commitments, then broken off. */
export function voidRecord() {
  const { auditor, open } = witnessedRecord();
  const broken = {
    outcome: 'void', contributions: [], struck: [], void: { reason: '停电', by: ['zhang', 'li'], at: minute(11) },
    seed: null, drawnAt: null, assurance: 'operator', breakOff: false, tasks: [],
  };
  return { auditor: { ...auditor, ...broken }, open: { ...open, ...broken } };
}

/** Every value of a document changed in turn, every item of a list removed, doubled or moved. */
export function* mutations(value, path = '') {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      yield [`${path}[${i}] removed`, value.filter((_, j) => j !== i)];
      yield [`${path}[${i}] doubled`, value.flatMap((item, j) => (j === i ? [item, item] : [item]))];
      for (const [where, item] of mutations(value[i], `${path}[${i}]`)) yield [where, value.map((old, j) => (j === i ? item : old))];
    }
    if (value.length > 1) yield [`${path} reversed`, [...value].reverse()];
  } else if (value !== null && typeof value === 'object') {
    for (const name of Object.keys(value)) {
      for (const [where, item] of mutations(value[name], `${path}.${name}`)) yield [where, { ...value, [name]: item }];
    }
  } else if (typeof value === 'number') {
    yield [path, value + 1];
    if (value > 0) yield [path, value - 1];
  } else if (typeof value === 'boolean') {
    yield [path, !value];
  } else if (value === null) {
    yield [path, 'x'];
  } else {
    const last = value.at(-1);
    yield [path, value.slice(0, -1) + (last === '1' ? '2' : '1')];
    yield [path, `${value}0`];
    yield [path, ''];
    yield [path, null];
  }
}
