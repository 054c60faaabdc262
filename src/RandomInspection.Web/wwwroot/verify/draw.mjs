// §1 frames, §4 tickets, §6 selection. A frame of a million units is read, rooted and drawn from on the bytes of its
// file; what is kept of a unit is a few numbers in typed arrays, never an object or a text.

import { PrefixHash, hex, writeWords } from './hash.mjs';
import { MerkleTree } from './merkle.mjs';
import { Refusal } from './refusal.mjs';
import { compareCells, isClass, isStratum } from './units.mjs';

const TAB = 9;
const LF = 10;
const REPORT_EVERY = 20_000;
const ascii = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const DRAWABLE = ascii('drawable');
const RESTING = ascii('resting');

const equal = (bytes, from, to, wanted) => {
  if (to - from !== wanted.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[from + i] !== wanted[i]) return false;
  return true;
};

/** Negative, zero or positive as bytes[a, aEnd) stands before, at or after bytes[b, bEnd). */
const compareBytes = (bytes, a, aEnd, b, bEnd) => {
  for (; a < aEnd && b < bEnd; a++, b++) if (bytes[a] !== bytes[b]) return bytes[a] - bytes[b];
  return (aEnd - a) - (bEnd - b);
};

const textOf = (bytes, from, to) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from, to));
  } catch {
    return null;
  }
};

/** The end of the field that starts at `from`: the index of the next `stop`, or −1 if the line ends before. */
const fieldEnd = (bytes, from, stop) => {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === stop) return i;
    if (bytes[i] === LF) return -1;
  }
  return -1;
};

/**
 * Reads a canonical frame file (§1); throws a Refusal naming the first line that is wrong.
 * Gives the cells in order {stratum, class, population, drawable}, and of unit i (in file order, which is the order of
 * ids) the place of its line, the length of its id, its cell and whether it can be drawn.
 */
export function readFrame(bytes) {
  let size = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) size++;

  const lines = new Uint32Array(size + 1);
  const idLengths = new Uint8Array(size);
  const cellOf = new Uint32Array(size);
  const drawable = new Uint8Array(size);
  const cells = new CellTable(bytes);

  let at = 0;
  for (let i = 0; i < size; i++) {
    const fail = (problem) => { throw new Refusal(problem, { line: i + 1 }); };
    const idEnd = fieldEnd(bytes, at, TAB);
    const stratumEnd = idEnd < 0 ? -1 : fieldEnd(bytes, idEnd + 1, TAB);
    const classEnd = stratumEnd < 0 ? -1 : fieldEnd(bytes, stratumEnd + 1, TAB);
    const end = classEnd < 0 ? -1 : fieldEnd(bytes, classEnd + 1, LF);
    if (end < 0) fail('frame-fields');

    if (idEnd === at || idEnd - at > 55 || bytes[at] === 0x3a) fail('frame-id');
    for (let j = at; j < idEnd; j++) if (bytes[j] < 0x21 || bytes[j] > 0x7e) fail('frame-id');
    if (i > 0) {
      const before = lines[i - 1];
      const order = compareBytes(bytes, before, before + idLengths[i - 1], at, idEnd);
      if (order >= 0) fail(order === 0 ? 'frame-duplicate' : 'frame-order');
    }

    const rests = equal(bytes, classEnd + 1, end, RESTING);
    if (!rests && !equal(bytes, classEnd + 1, end, DRAWABLE)) fail('frame-standing');

    const cell = cells.find(idEnd + 1, classEnd);
    if (cell.population === 0) {
      const stratum = textOf(bytes, idEnd + 1, stratumEnd);
      const name = textOf(bytes, stratumEnd + 1, classEnd);
      if (stratum === null || !isStratum(stratum)) fail('frame-stratum');
      if (name === null || !isClass(name)) fail('frame-class');
      cell.stratum = stratum;
      cell.class = name;
    }
    cell.population++;
    if (!rests) cell.drawable++;

    lines[i] = at;
    idLengths[i] = idEnd - at;
    cellOf[i] = cell.index;
    drawable[i] = rests ? 0 : 1;
    at = end + 1;
  }
  if (at !== bytes.length) throw new Refusal('frame-fields', { line: size + 1 });
  lines[size] = at;

  const inOrder = [...cells.all].sort(compareCells);
  const place = new Uint32Array(inOrder.length);
  inOrder.forEach((cell, i) => { place[cell.index] = i; });
  for (let i = 0; i < size; i++) cellOf[i] = place[cellOf[i]];
  return {
    bytes, size, lines, idLengths, cellOf, drawable,
    cells: inOrder.map(({ stratum, class: name, population, drawable: able }) => ({ stratum, class: name, population, drawable: able })),
  };
}

/** Cells found by the bytes `stratum TAB class`: an open-addressed hash table (FNV-1a), doubled when half full. */
class CellTable {
  #bytes;
  #slots = new Array(64);
  all = [];

  constructor(bytes) {
    this.#bytes = bytes;
  }

  find(from, to) {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ this.#bytes[i], 0x01000193);
    for (let slot = hash >>> 0; ; slot++) {
      const cell = this.#slots[slot % this.#slots.length];
      if (cell === undefined) break;
      if (cell.hash === hash && compareBytes(this.#bytes, cell.from, cell.to, from, to) === 0) return cell;
    }
    const added = { index: this.all.length, hash, from, to, stratum: '', class: '', population: 0, drawable: 0 };
    this.all.push(added);
    if (this.all.length * 2 > this.#slots.length) {
      this.#slots = new Array(this.#slots.length * 2);
      for (const cell of this.all) this.#put(cell);
    } else {
      this.#put(added);
    }
    return added;
  }

  #put(cell) {
    let slot = cell.hash >>> 0;
    while (this.#slots[slot % this.#slots.length] !== undefined) slot++;
    this.#slots[slot % this.#slots.length] = cell;
  }
}

/**
 * Frame root (§1) in hex: the Merkle Tree Hash over `salt TAB line`, the salt being the first 16 bytes of H(key, id)
 * as hex. `report(done)` is called now and then.
 */
export function frameRoot(algorithm, key, frame, report = () => {}) {
  const { bytes, size, lines, idLengths } = frame;
  const salts = new PrefixHash(algorithm, key);
  const tree = new MerkleTree(algorithm);
  const leaf = new Uint8Array(512); // prefix 1, salt 32, TAB 1, line 298 at most, padding 72
  const DIGITS = ascii('0123456789abcdef');
  leaf[33] = TAB;
  for (let i = 0; i < size; i++) {
    if (i % REPORT_EVERY === 0) report(i);
    const words = salts.hash(bytes, lines[i], lines[i] + idLengths[i]);
    for (let digit = 0; digit < 32; digit++) leaf[1 + digit] = DIGITS[(words[digit >> 3] >>> (28 - 4 * (digit & 7))) & 15];
    let length = 34;
    for (let j = lines[i]; j < lines[i + 1] - 1; j++) leaf[length++] = bytes[j];
    tree.addLeafInPlace(leaf, length);
  }
  return hex(tree.root());
}

/** The salt of a unit (§1). */
export const saltOf = (algorithm, key, id) => new PrefixHash(algorithm, key).hex(id).slice(0, 32);

/** The line of a unit as it stands in a leaf. */
export const leafText = (salt, { id, stratum, class: name, standing }) => [salt, id, stratum, name, standing].join('\t');

/** Negative or positive as ticket, then id, of `a` stands before or after those of `b` (hex compares as numbers do). */
export const compareTickets = (a, b) => (a.ticket !== b.ticket ? (a.ticket < b.ticket ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Selects from a frame (§6): in each cell the `sizes[cell]` drawable units with the smallest tickets, then `reserves`
 * more where `expected[cell]` is positive. Gives `selected` [{ticket, id}] in ticket order, `reserves`
 * [{stratum, class, ticket, id}] and `cutoffs` (hex or null) in the order of cells.
 *
 * Of each ticket its first 52 bits are kept at first, in a number; only units that these leave in question are ranked
 * by the whole ticket.
 */
export function select(algorithm, seed, frame, sizes, expected, reservesPerCell, report = () => {}) {
  const { bytes, size, lines, idLengths, cellOf, drawable, cells } = frame;
  const tickets = new PrefixHash(algorithm, seed);
  const ends = new Uint32Array(cells.length); // of each cell's run in the two arrays below
  let total = 0;
  cells.forEach((cell, c) => { ends[c] = total; total += cell.drawable; });
  const unit = new Uint32Array(total);
  const head = new Float64Array(total);
  for (let i = 0; i < size; i++) {
    if (i % REPORT_EVERY === 0) report(i);
    if (drawable[i] === 0) continue;
    const words = tickets.hash(bytes, lines[i], lines[i] + idLengths[i]);
    const place = ends[cellOf[i]]++;
    unit[place] = i;
    head[place] = (words[0] >>> 0) * 0x100000 + (words[1] >>> 12);
  }

  const ranked = (i) => {
    const id = String.fromCharCode(...bytes.subarray(lines[i], lines[i] + idLengths[i]));
    const words = tickets.hash(bytes, lines[i], lines[i] + idLengths[i]);
    return { ticket: hex(writeWords(words, new Uint8Array(32))), id };
  };

  const selected = [];
  const homes = new Map(); // of each selected id, its cell
  const reserves = [];
  const cutoffs = cells.map((cell, c) => {
    const from = ends[c] - cell.drawable;
    const wanted = Math.min(cell.drawable, sizes[c] + (expected[c] > 0n ? reservesPerCell : 0));
    if (wanted === 0) return null;
    const limit = head.slice(from, ends[c]).sort()[wanted - 1];
    const first = [];
    for (let place = from; place < ends[c]; place++) if (head[place] <= limit) first.push(ranked(unit[place]));
    first.sort(compareTickets);
    for (const taken of first.slice(0, sizes[c])) {
      selected.push(taken);
      homes.set(taken.id, c);
    }
    for (const { ticket, id } of first.slice(sizes[c], wanted)) reserves.push({ stratum: cell.stratum, class: cell.class, ticket, id });
    return sizes[c] === 0 ? null : first[sizes[c] - 1].ticket;
  });
  return { selected: selected.sort(compareTickets), reserves, cutoffs, homes };
}
