// Verifies a record (docs/record-format.md) step by step, from nothing but its bytes and what its reader was given.

import { frameRoot, leafText, readFrame } from './draw.mjs';
import { readRecord, readSignatureDocument } from './format.mjs';
import { PrefixHash, fromHex, hexDigest, utf8 } from './hash.mjs';
import { brief } from './json.mjs';
import { inclusionHolds, leafHash } from './merkle.mjs';
import { HASHES, assuranceOf, canBreakOff, commitmentOf, commitmentStatement, isBefore, isMoment, isValue, readOpening, seedOf } from './opening.mjs';
import { selfTest as p256SelfTest } from './p256.mjs';
import { Refusal, Skip, need, same } from './refusal.mjs';
import { verifyReplacements } from './replacements.mjs';
import { crossCheck, selfTest as sha256SelfTest } from './sha256.mjs';
import { documentSignatureHolds, readKey, readSignature, signatureHolds } from './signature.mjs';
import { selfTest as sm3SelfTest } from './sm3.mjs';
import { verifyTask } from './task.mjs';
import { isClass, isId, isStratum } from './units.mjs';

let hashesWork;

/**
 * Verifies a record.
 *
 * @param {Uint8Array} bytes the record exactly as published
 * @param {object} [options] what else the reader has
 * @param {{bytes: Uint8Array, key: string}[]} [options.frames] canonical frame files with their frame keys (64 hex
 *   characters); each is matched to the task whose frame root it has
 * @param {Uint8Array[]} [options.replacements] addenda of the tasks' lists (docs/replacements-format.md)
 * @param {Uint8Array} [options.signature] the record's detached signature document
 * @param {Uint8Array} [options.openingSignature] the opening's detached signature document
 * @param {string[]} [options.signedBy] the public keys that may have signed, known from elsewhere: if there are any, the
 *   record must be signed by one of them
 * @param {string} [options.digest] the digest that the record is said to have, for example from the public log
 * @param {(event: {step: object} | {work: 'root' | 'tickets', done: number, total: number}) => void} [options.progress]
 * @returns {Promise<{id: string, status: 'ok' | 'failed' | 'skipped', task?: string, detail: object}[]>}
 *   the steps in order. A failed step's detail has `problem` (a code) and the values that show it, a skipped one's
 *   has `reason`. Never rejects: what cannot be read is a failed step.
 */
export async function verifyRecord(bytes, options = {}) {
  const { frames = [], replacements = [], signature, openingSignature, signedBy = [], digest: wantedDigest, progress = () => {} } = options;
  const steps = [];

  const step = async (id, check, task) => {
    const taken = { id, status: 'ok', ...(task === undefined ? {} : { task }), detail: {} };
    try {
      taken.detail = await check() ?? {};
    } catch (error) {
      taken.status = error instanceof Skip ? 'skipped' : 'failed';
      if (error instanceof Skip) taken.detail = { reason: error.reason, ...error.values };
      else if (error instanceof Refusal) taken.detail = { problem: error.problem, ...error.values };
      else taken.detail = { problem: 'internal', found: brief(String(error)) };
    }
    steps.push(taken);
    progress({ step: taken });
  };

  let record;
  let opening;
  let H; // the hash that the opening names
  let openingDigest;

  await step('self-test', async () => {
    hashesWork ??= Promise.all([sha256SelfTest(), sm3SelfTest(), p256SelfTest(), crossCheck()]);
    const [sha256Wrong, sm3Wrong, p256Wrong, differing] = await hashesWork;
    const wrong = [...sha256Wrong, ...sm3Wrong, ...p256Wrong, ...differing ?? []];
    if (wrong.length > 0) throw new Refusal('hash-wrong', { found: wrong.join(', ') });
    return { crossChecked: differing !== null };
  });

  await step('format', () => {
    record = readRecord(bytes);
    return { view: record.view, outcome: record.outcome, bytes: bytes.length };
  });

  await step('opening', () => {
    const document = utf8(need(record, 'format').opening);
    opening = readOpening(document);
    H = HASHES.get(opening.hash);
    openingDigest = hexDigest(H, document);
    const tasks = opening.tasks.map((task) => task.id);
    const found = record.outcome === 'void' || record.view === 'subject' ? tasks : record.tasks.map((task) => task.id);
    same('tasks-differ', tasks.join(' '), found.join(' '));
    return { draw: opening.draw, attempt: opening.attempt, previous: opening.previous?.record, hash: opening.hash, digest: openingDigest };
  });

  await step('digest', () => {
    const found = hexDigest(need(H, 'opening'), bytes);
    if (wantedDigest === undefined) throw new Skip('not-given', { digest: found });
    same('digest-differs', wantedDigest, found);
    return { digest: found };
  });

  await step('commitments', () => checkCommitments(record, need(opening, 'opening'), H, openingDigest));
  await step('signatures', () => checkSignatures(record, need(opening, 'opening'), openingDigest));
  await step('contributions', () => checkContributions(record, need(opening, 'opening')));
  await step('times', () => checkTimes(record, need(opening, 'opening')));

  await step('seed', () => {
    need(opening, 'opening');
    if (record.outcome === 'void') throw new Skip('void');
    same('seed-differs', seedOf(H, openingDigest, record.contributions), record.seed);
    return { seed: record.seed, hash: opening.hash };
  });

  await step('assurance', () => {
    same('assurance-differs', assuranceOf(need(opening, 'opening'), record.contributions), record.assurance);
    same('break-off-differs', String(canBreakOff(opening)), String(record.breakOff));
    return { assurance: record.assurance, breakOff: record.breakOff };
  });

  if (record?.outcome === 'void') {
    await step('void', () => {
      if (record.void.by[0] === record.void.by[1]) throw new Refusal('not-distinct', { path: 'void.by', found: record.void.by[0] });
      return { reason: record.void.reason, by: record.void.by.join(', '), at: record.void.at };
    });
  } else if (record?.view === 'subject') {
    await step('subject-line', () => checkLine(record.subject, need(opening, 'opening'), H));
    await step('subject-drawn', () => checkDrawn(record, need(H, 'opening')));
  } else if (record && opening) {
    if (record.matches.length + opening.matches.length > 0) {
      await step('matches', () => {
        const ids = (matches) => matches.map((item) => item.id).join(' ');
        same('matches-differ', ids(opening.matches), ids(record.matches));
        return { count: record.matches.length };
      });
    }
    for (const { id, mixFactor, resultDigest, seats, missing } of record.matches) {
      await step('match', () => { throw new Skip('ri-match', { digest: resultDigest, mixFactor, seats, missing }); }, id);
    }
    let read;
    const given = () => read ??= readFrames(frames, H, progress);
    for (const task of record.tasks) {
      const opened = opening.tasks.find((item) => item.id === task.id);
      await verifyTask({ record, task, opened, frames: given, algorithm: H, progress, step: (id, check) => step(id, check, task.id) });
    }
  }

  for (const addendum of replacements) {
    await step('replacements', () => {
      need(H, 'opening');
      const { checked, ...found } = verifyReplacements(bytes, addendum);
      return { ...found, against: checked.at(-1) };
    });
  }

  const checkSignature = (given, message) => {
    if (given === undefined) throw new Skip('not-given');
    const document = readSignatureDocument(given);
    same('digest-differs', document.digest, hexDigest(need(H, 'opening'), message));
    if (signedBy.length > 0 && !signedBy.includes(document.key)) throw new Refusal('key-other', { key: document.key });
    if (!documentSignatureHolds(document, message)) throw new Refusal('signature-wrong', { key: document.key });
    return { key: document.key };
  };
  await step('opening-signature', () => checkSignature(openingSignature, utf8(need(record, 'format').opening)));
  await step('record-signature', () => {
    if (signedBy.length > 0 && signature === undefined) throw new Refusal('signature-absent');
    return checkSignature(signature, bytes);
  });
  return steps;
}

/**
 * What a visitor can recompute by hand: {seed, hash, units: [{id, ticket}], auditorDigest} with the published units of
 * all tasks, or the subject itself; null if the record cannot be read or is void.
 */
export function publishedUnits(bytes) {
  try {
    const record = readRecord(bytes);
    const { hash } = readOpening(utf8(record.opening));
    if (record.seed === null) return null;
    const units = record.subject ? [{ id: record.subject.line.id, ticket: record.subject.ticket }] : record.tasks.flatMap((task) => task.selected);
    return { seed: record.seed, hash, units, auditorDigest: record.auditorDigest };
  } catch {
    return null;
  }
}

/** Whether no step failed: the verdict on a record. */
export const isVerified = (steps) => steps.every((step) => step.status !== 'failed');

/** §3: commitments of committed parties, in the order of the opening, each the hash of the value revealed. */
function checkCommitments(record, opening, H, openingDigest) {
  checkOrder('commitments', record.commitments, opening);
  for (const { party, commitment } of record.commitments) {
    const { kind } = opening.parties.find((item) => item.party === party);
    if (kind !== 'committed') throw new Refusal('commitment-kind', { party, kind });
    const revealed = record.contributions.find((item) => item.party === party);
    if (revealed) same('commitment-differs', commitmentOf(H, openingDigest, party, revealed.value), commitment, { party });
  }
  const without = record.contributions.find((item) => item.kind === 'committed' && !record.commitments.some((made) => made.party === item.party));
  if (without) throw new Refusal('commitment-missing', { party: without.party });
  return { count: record.commitments.length };
}

/** record-format.md: a party whose opening entry has a key has signed its commitment; no other has. */
function checkSignatures(record, opening, openingDigest) {
  const keyed = opening.parties.filter((item) => item.key !== undefined);
  for (const { key } of keyed) readKey(key);
  const signed = record.commitments.filter(({ party, signature }) => {
    const hasKey = keyed.some((item) => item.party === party);
    if (hasKey !== (signature !== null)) throw new Refusal(hasKey ? 'signature-missing' : 'signature-without-key', { party });
    if (hasKey) readSignature(signature);
    return hasKey;
  });
  if (signed.length === 0) throw new Skip('no-keys');
  for (const { party, commitment, signature } of signed) {
    const { key } = keyed.find((item) => item.party === party);
    const holds = signatureHolds(key, signature, utf8(commitmentStatement(openingDigest, party, commitment)));
    if (!holds) throw new Refusal('signature-wrong', { party });
  }
  return { count: signed.length };
}

/** §3: every party of a draw either counts or is struck, for the reason that the record itself shows. */
function checkContributions(record, opening) {
  checkOrder('contributions', record.contributions, opening);
  const struck = new Map(record.struck.map((item) => [item.party, item.reason]));
  if (struck.size !== record.struck.length) throw new Refusal('not-distinct', { path: 'struck' });
  for (const party of struck.keys()) if (!opening.parties.some((item) => item.party === party)) throw new Refusal('party-unknown', { path: 'struck', party });

  for (const { party, kind } of opening.parties) {
    const counted = record.contributions.find((item) => item.party === party);
    if (counted) {
      same('contribution-kind', kind, counted.kind, { party });
      if (!isValue(kind, counted.value)) throw new Refusal('contribution-value', { party, found: brief(counted.value) });
      if (struck.has(party)) throw new Refusal('party-twice', { party });
    } else if (struck.has(party)) {
      const committed = record.commitments.some((item) => item.party === party);
      same('struck-reason', kind !== 'committed' ? 'noValue' : committed ? 'notRevealed' : 'notCommitted', struck.get(party), { party });
    } else if (record.outcome === 'drawn') {
      throw new Refusal('party-missing', { party });
    }
  }
  if (record.outcome === 'drawn' && record.contributions.length === 0) throw new Refusal('contribution-none');
  return { count: record.contributions.length, struck: [...struck.keys()].join(', ') };
}

/**
 * §3: commitments after the opening, all of them before any reveal, the drawing department's reveal first, public
 * values last, none after its deadline. Equal moments pass: clocks are coarse.
 */
function checkTimes(record, opening) {
  const inOrder = (earlier, first, later, second) => {
    if (isBefore(second, first)) throw new Refusal('times', { earlier, first, later, second });
  };
  const isPublic = ({ kind }) => kind === 'public';
  const isDrawing = ({ party }) => opening.parties.find((item) => item.party === party)?.role === 'drawing';
  const reveals = record.contributions.filter((item) => !isPublic(item));
  const values = record.contributions.filter(isPublic);
  const { commit, reveal } = opening.deadlines ?? {};

  let what = 'openedAt';
  let at = record.openedAt;
  const stage = (items, deadline) => {
    for (const item of items) {
      inOrder(what, at, item.party, item.at);
      if (deadline) inOrder(item.party, item.at, 'deadline', deadline);
    }
    for (const item of items) if (isBefore(at, item.at)) [what, at] = [item.party, item.at];
  };
  stage(record.commitments, commit);
  stage(reveals.filter(isDrawing), reveal);
  stage(reveals.filter((item) => !isDrawing(item)), reveal);
  for (const { party, time } of opening.parties.filter((item) => isMoment(item.time))) {
    inOrder(what, at, `${party}.time`, time);
    for (const value of values) if (value.party === party) inOrder(`${party}.time`, time, party, value.at);
  }
  stage(values);

  const [end, endAt] = record.outcome === 'void' ? ['void', record.void.at] : ['drawnAt', record.drawnAt];
  inOrder(what, at, end, endAt);
  for (const item of record.struck) {
    inOrder('openedAt', record.openedAt, item.party, item.at);
    inOrder(item.party, item.at, end, endAt);
  }
  return { openedAt: record.openedAt, [end]: endAt };
}

/** Parties of the opening, in its order, none twice. */
function checkOrder(path, items, opening) {
  let last = -1;
  for (const { party } of items) {
    const place = opening.parties.findIndex((item) => item.party === party);
    if (place < 0) throw new Refusal('party-unknown', { path, party });
    if (place <= last) throw new Refusal('party-order', { path, party });
    last = place;
  }
}

/** §1: the subject's line and salt are a leaf of the frame that the opening froze. */
function checkLine({ task, line, salt, leafIndex, frameSize, frameRoot: root, proof, restingReasons = [] }, opening, H) {
  const opened = opening.tasks.find((item) => item.id === task);
  if (!opened) throw new Refusal('tasks-differ', { expected: opening.tasks.map((item) => item.id).join(' '), found: task });
  same('root-differs', opened.frameRoot, root);
  same('frame-size-differs', opened.frameSize, frameSize);
  if (!isId(line.id)) throw new Refusal('unit-id', { id: brief(line.id) });
  if (!isStratum(line.stratum) || !isClass(line.class)) throw new Refusal('cell-name', { stratum: brief(line.stratum), class: brief(line.class) });
  const leaf = leafHash(H, utf8(leafText(salt, line)));
  if (!inclusionHolds(H, leaf, leafIndex, frameSize, proof.map(fromHex), fromHex(root))) throw new Refusal('proof-wrong', { leafIndex, frameSize });
  if (line.standing === 'drawable' && restingReasons.length > 0) throw new Refusal('resting-reason', { found: brief(restingReasons) });
  return { task, ...line, leafIndex, frameSize, resting: restingReasons.join(' ') };
}

/** record-format.md: drawn = standing is `drawable`, cutoff is not null, and ticket ≤ cutoff. */
function checkDrawn({ seed, subject: { line, cutoff, ticket, drawn } }, H) {
  if (!isId(line.id)) throw new Refusal('unit-id', { id: brief(line.id) });
  same('ticket-differs', new PrefixHash(H, seed).hex(line.id), ticket, { id: line.id });
  const expected = line.standing === 'drawable' && cutoff !== null && ticket <= cutoff;
  same('drawn-differs', String(expected), String(drawn), { ticket, cutoff, standing: line.standing });
  return { id: line.id, ticket, cutoff, standing: line.standing, drawn };
}

/** Each frame read and rooted once; what is wrong with one is kept for the step `frame`. */
function readFrames(frames, H, progress) {
  return frames.map(({ bytes, key }) => {
    try {
      if (key !== undefined && !/^[0-9a-f]{64}$/.test(key)) throw new Refusal('frame-key');
      const frame = readFrame(bytes);
      if (key === undefined) return { frame };
      return { frame, root: frameRoot(H, key, frame, (done) => progress({ work: 'root', done, total: frame.size })) };
    } catch (refusal) {
      return { refusal };
    }
  });
}
