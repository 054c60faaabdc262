// The steps that verify one task of a record: design, frame, cells, resting units, expected counts, rounding, tickets,
// selection, reserves, cutoffs, flags.

import { readDesign, expectedCounts } from './design.mjs';
import { compareTickets, select } from './draw.mjs';
import { PrefixHash, hexDigest, utf8 } from './hash.mjs';
import { brief } from './json.mjs';
import { Refusal, Skip, need, same } from './refusal.mjs';
import { roundSizes } from './rounding.mjs';
import { compareCells, isClass, isId, isStratum } from './units.mjs';

const NANO = 1_000_000_000n;
const nameOf = ({ stratum, class: name }) => ({ stratum, class: name });

/**
 * Takes the steps of one task. `opened` is its entry in the opening; `frames()` gives the frames the reader has, each
 * {frame, root} or {refusal}. Cells, expected counts and sizes that the record states serve the steps after them, so that one wrong
 * value is one failed step.
 */
export async function verifyTask({ record, task, opened, frames, algorithm, progress, step }) {
  const { cells } = task;
  const expected = cells.map((cell) => BigInt(cell.expectedNano));

  let design;
  await step('design', () => {
    const document = utf8(task.design);
    const digest = hexDigest(algorithm, document);
    if (digest !== need(opened, 'opening').designDigest) throw new Refusal('design-differs', { expected: opened.designDigest, found: digest });
    design = readDesign(document);
    return { kind: design.kind, digest };
  });

  let frame;
  await step('frame', () => {
    need(opened, 'opening');
    frame = frameOf(opened, frames());
    return { root: opened.frameRoot, size: frame.size };
  });

  let cellsHold;
  await step('cells', () => {
    checkCells(cells, need(opened, 'opening').frameSize, frame);
    cellsHold = true;
    return { count: cells.length, population: opened.frameSize, drawable: cells.reduce((sum, cell) => sum + cell.drawable, 0) };
  });

  const resting = task.directory?.resting;
  if (resting) {
    await step('resting', () => {
      const sum = [...resting.values()].reduce((total, units) => total + units, 0);
      same('resting-differs', cells.reduce((total, cell) => total + cell.population - cell.drawable, 0), sum);
      return { total: sum, ...Object.fromEntries(resting) };
    });
  }

  await step('expected', () => {
    const computed = expectedCounts(need(design, 'design'), cells);
    const wrong = cells.findIndex((_, i) => computed[i] !== expected[i]);
    if (wrong >= 0) throw new Refusal('expected-differs', { ...nameOf(cells[wrong]), expected: String(computed[wrong]), found: cells[wrong].expectedNano });
    return { total: String(expected.reduce((sum, nanos) => sum + nanos, 0n)) };
  });

  await step('rounding', () => {
    const sizes = roundSizes(algorithm, record.seed, cells, expected);
    const wrong = cells.findIndex((cell, i) => sizes[i] !== cell.size);
    if (wrong >= 0) throw new Refusal('size-differs', { ...nameOf(cells[wrong]), expected: sizes[wrong], found: cells[wrong].size });
    return { total: sizes.reduce((sum, size) => sum + size, 0) };
  });

  await step('tickets', () => {
    const tickets = new PrefixHash(algorithm, record.seed);
    const listed = [...task.selected, ...task.reserves ?? []];
    for (const { id, ticket } of listed) {
      if (!isId(id)) throw new Refusal('unit-id', { id: brief(id) });
      const computed = tickets.hex(id);
      if (computed !== ticket) throw new Refusal('ticket-differs', { id, expected: computed, found: ticket });
    }
    return { count: listed.length };
  });

  // What the frame says, once it and the cells are known to be right.
  let drawn;
  const redraw = () => {
    if (!frame || !cellsHold || !design) return undefined;
    return drawn ??= select(algorithm, record.seed, frame, cells.map((cell) => cell.size), expected, design.reservesPerCell,
      (done) => progress({ work: 'tickets', done, total: frame.size }));
  };

  await step('selection', () => {
    checkRanked(task.selected);
    const total = cells.reduce((sum, cell) => sum + cell.size, 0);
    if (task.selected.length !== total) throw new Refusal('selection-total', { expected: total, found: task.selected.length });
    if (record.classes) checkNamed(task);
    const truth = redraw();
    if (truth) firstDifference('selection-differs', truth.selected, task.selected, ['ticket', 'id']);
    const stray = record.classes && truth ? task.selected.find((unit) => compareCells(cells[truth.homes.get(unit.id)], unit) !== 0) : undefined;
    if (stray) throw new Refusal('unit-cell', { id: stray.id, ...nameOf(stray) });
    return { total, against: truth ? 'frame' : 'total' };
  });

  await step('reserves', () => {
    if (!task.reserves) throw new Skip('view', { view: record.view });
    const truth = redraw();
    if (truth) firstDifference('reserves-differ', truth.reserves, task.reserves, ['stratum', 'class', 'ticket', 'id']);
    else checkReserves(task, expected, need(design, 'design').reservesPerCell);
    return { count: task.reserves.length, against: truth ? 'frame' : 'record' };
  });

  await step('cutoffs', () => {
    if (!task.reserves && !record.classes) throw new Skip('view', { view: record.view });
    const truth = redraw();
    const wrong = truth ? cells.findIndex((cell, i) => cell.cutoff !== truth.cutoffs[i]) : -1;
    if (wrong >= 0) throw new Refusal('cutoff-differs', { ...nameOf(cells[wrong]), expected: truth.cutoffs[wrong], found: cells[wrong].cutoff });
    checkCutoffs(task);
    return { count: cells.filter((cell) => cell.cutoff !== null).length, against: truth ? 'frame' : 'record' };
  });

  await step('flags', () => {
    const computed = cells.flatMap((cell, i) => flagsOf(cell, expected[i]).map((flag) => ({ ...nameOf(cell), flag })));
    firstDifference('flags-differ', computed, task.flags, ['stratum', 'class', 'flag']);
    return { count: computed.length };
  });
}

/** The frame given whose root and size the opening froze for this task. */
function frameOf(opened, frames) {
  if (frames.length === 0) throw new Skip('no-frame');
  const found = frames.find(({ root }) => root === opened.frameRoot);
  if (found) {
    same('frame-size-differs', opened.frameSize, found.frame.size);
    return found.frame;
  }
  const refused = frames.find(({ refusal }) => refusal);
  if (refused) throw refused.refusal;
  const { root } = frames.at(-1);
  if (root === undefined) throw new Skip('no-key');
  throw new Refusal('root-differs', { expected: opened.frameRoot, found: root });
}

/** Terms: cells well named and in order, of at least one unit, together the frame; as counted in the frame, if given. */
function checkCells(cells, frameSize, frame) {
  cells.forEach((cell, i) => {
    if (!isStratum(cell.stratum) || !isClass(cell.class)) throw new Refusal('cell-name', { stratum: brief(cell.stratum), class: brief(cell.class) });
    if (i > 0 && compareCells(cells[i - 1], cell) >= 0) throw new Refusal('cell-order', nameOf(cell));
    if (cell.population === 0 || cell.drawable > cell.population || cell.size > cell.drawable) {
      throw new Refusal('cell-counts', { ...nameOf(cell), population: cell.population, drawable: cell.drawable, size: cell.size });
    }
  });
  const population = cells.reduce((sum, cell) => sum + cell.population, 0);
  if (population !== frameSize) throw new Refusal('population-differs', { expected: frameSize, found: population });
  if (frame) firstDifference('cells-differ', frame.cells, cells, ['stratum', 'class', 'population', 'drawable']);
}

/** §6: in ticket order, no unit twice. */
function checkRanked(units) {
  for (let i = 1; i < units.length; i++) {
    if (compareTickets(units[i - 1], units[i]) >= 0) throw new Refusal('selection-order', { id: units[i].id });
  }
}

/** §6 without the frame: the right number for each cell, in order, ranked after its cutoff, none selected or named twice. */
function checkReserves({ cells, reserves, selected }, expected, reservesPerCell) {
  const used = new Set(selected.map((unit) => unit.id));
  let next = 0;
  cells.forEach((cell, i) => {
    const wanted = expected[i] > 0n ? Math.min(reservesPerCell, cell.drawable - cell.size) : 0;
    let before = { ticket: cell.cutoff ?? '', id: '~'.repeat(56) };
    for (const end = next + wanted; next < end; next++) {
      const reserve = reserves[next];
      if (reserve?.stratum !== cell.stratum || reserve.class !== cell.class) throw new Refusal('reserves-count', { ...nameOf(cell), expected: wanted });
      if (used.has(reserve.id) || compareTickets(before, reserve) >= 0) throw new Refusal('reserves-order', { ...nameOf(cell), id: reserve.id });
      used.add(reserve.id);
      before = reserve;
    }
  });
  if (next !== reserves.length) throw new Refusal('reserves-count', { ...nameOf(reserves[next]), expected: next, found: reserves.length });
}

/**
 * §6 without the frame: null just for size 0; otherwise the ticket of a selected unit, another for each cell; and the
 * selected units fit into the cells under their cutoffs: from the largest ticket down, the cells whose cutoff reaches
 * it have room for all so far.
 */
function checkCutoffs({ cells, selected }) {
  const tickets = new Set(selected.map((unit) => unit.ticket));
  for (const cell of cells) {
    if ((cell.cutoff === null) !== (cell.size === 0)) throw new Refusal('cutoff-null', nameOf(cell));
    if (cell.cutoff !== null && !tickets.delete(cell.cutoff)) throw new Refusal('cutoff-unknown', { ...nameOf(cell), found: cell.cutoff });
  }
  const byCutoff = cells.filter((cell) => cell.cutoff !== null).sort((a, b) => (a.cutoff < b.cutoff ? 1 : -1));
  let next = 0;
  let room = 0;
  selected.map((unit) => unit.ticket).reverse().forEach((ticket, i) => {
    while (next < byCutoff.length && byCutoff[next].cutoff >= ticket) room += byCutoff[next++].size;
    if (i >= room) throw new Refusal('cutoff-room', { ticket });
  });
}

/** Where classes are published: of every cell as many selected units as its size, the last of them its cutoff. */
function checkNamed({ cells, selected }) {
  for (const cell of cells) {
    const own = selected.filter((unit) => unit.stratum === cell.stratum && unit.class === cell.class);
    if (own.length !== cell.size) throw new Refusal('cell-units', { ...nameOf(cell), expected: cell.size, found: own.length });
    const last = own.at(-1)?.ticket ?? null;
    if (last !== cell.cutoff) throw new Refusal('cutoff-differs', { ...nameOf(cell), expected: last, found: cell.cutoff });
  }
}

/** §7: what deserves a warning about the chances of a cell's units. */
function flagsOf({ drawable }, expected) {
  const flags = [];
  if (drawable > 0 && expected === BigInt(drawable) * NANO) flags.push('certain');
  if (expected === 0n) flags.push('never');
  if (drawable < 3) flags.push('small');
  return flags;
}

function firstDifference(problem, expected, found, members) {
  const shown = (item) => (item === undefined ? null : members.map((member) => item[member]).join(' '));
  for (let i = 0; i < Math.max(expected.length, found.length); i++) {
    if (members.every((member) => expected[i]?.[member] === found[i]?.[member])) continue;
    throw new Refusal(problem, { at: i, expected: shown(expected[i]), found: shown(found[i]) });
  }
}
