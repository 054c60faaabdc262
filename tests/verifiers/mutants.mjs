// One table of changed documents for all verifiers, which must say the same of each.
//
//     node mutants.mjs make FOLDER COUNT    writes the documents and FOLDER/manifest.json with COUNT changes
//     node mutants.mjs run FOLDER           what this verifier says: a JSON list of lists of failed steps
//
// A change is {base, target, at, byte} for one byte of a document, or {base, text} for a whole record.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedCounts, readDesign } from '../../src/RandomInspection.Web/wwwroot/verify/design.mjs';
import { readFrame, select } from '../../src/RandomInspection.Web/wwwroot/verify/draw.mjs';
import { HASHES } from '../../src/RandomInspection.Web/wwwroot/verify/opening.mjs';
import { verifyRecord } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { roundSizes } from '../../src/RandomInspection.Web/wwwroot/verify/rounding.mjs';
import { bytes, drawnRecord, documentOf, matchRecord, mutations, recordOf, voidRecord, witnessedRecord } from './records.mjs';

/** Numbers that replay: a linear congruential generator. */
const numbers = (seed) => (n) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor((seed / 2 ** 32) * n); };

/** A draw of 3000 among 12 000 units in 90 cells, its result computed by this verifier: here only that all find its changes counts. */
function largeRecord() {
  const random = numbers(7);
  const lines = Array.from({ length: 12_000 }, (_, i) => `9121${String(i * 7).padStart(8, '0')}\t区${random(10)}/${'FGH'[random(3)]}\t${'ABC'[random(3)]}\t${random(20) ? 'drawable' : 'resting'}\n`);
  const frame = bytes(lines.join(''));
  const design = JSON.stringify({ kind: 'fixed', size: 3000, weights: { A: 1, B: 3, C: 10 }, minimumPerStratum: 5, reservesPerCell: 2 });
  const read = readFrame(frame);
  const rules = readDesign(bytes(design));
  return drawnRecord(frame, design, (seed) => {
    const H = HASHES.get('sha-256');
    const expected = expectedCounts(rules, read.cells);
    const sizes = roundSizes(H, seed, read.cells, expected);
    const { selected, reserves, cutoffs } = select(H, seed, read, sizes, expected, rules.reservesPerCell);
    return { cells: read.cells.map((cell, i) => ({ ...cell, expectedNano: String(expected[i]), size: sizes[i], cutoff: cutoffs[i] })), selected, reserves };
  });
}

function make(folder, count) {
  const bases = {};
  const add = (name, view, frames = []) => {
    const files = frames.map(({ frame, key, task }, i) => ({ file: `${name}.${i}.frame.tsv`, key, task }));
    frames.forEach(({ frame }, i) => writeFileSync(join(folder, files[i].file), frame));
    const document = view instanceof Uint8Array ? view : documentOf(view);
    writeFileSync(join(folder, `${name}.json`), document);
    bases[name] = { record: `${name}.json`, frames: files };
    return { name, document, view, frames };
  };
  const small = recordOf('pub-small');
  const classes = recordOf('pub-classes');
  const sm3 = recordOf('pub-sm3');
  const zero = recordOf('pub-zero');
  const empty = drawnRecord(new Uint8Array(0), '{"kind":"fixed","size":0,"weights":{}}', () => ({ cells: [], selected: [], reserves: [] }));
  const witnessed = witnessedRecord();
  const shared = witnessed.keys.map((key, i) => ({ frame: witnessed.frame, key, task: `task-${i}` }));
  const one = (record) => [{ frame: record.frame, key: record.key, task: 'task-1' }];
  const made = [
    add('small', small.auditor, one(small)), add('small-public', small.open), add('small-subject', small.subject(1)),
    add('classes', classes.auditor), add('classes-frame', classes.auditor, one(classes)), add('sm3', sm3.auditor, one(sm3)),
    add('witnessed', witnessed.auditor, shared), add('witnessed-alone', witnessed.auditor), add('witnessed-public', witnessed.open), add('witnessed-subject', witnessed.subject(2, 1)),
    add('empty', empty.auditor, one(empty)), add('zero', zero.auditor, one(zero)), add('void', voidRecord().auditor), add('match', matchRecord().auditorBytes),
  ];
  const large = largeRecord();
  const largeBase = add('large', large.auditor, one(large));
  const largeAlone = add('large-alone', large.auditor);

  const random = numbers(count);
  const cases = [...made, largeBase].map(({ name }) => ({ base: name }));
  const byteOf = ({ name, document, frames }, target) => {
    const whole = target === 'record' ? document : frames[target].frame;
    const at = random(whole.length);
    const byte = random(3) ? whole[random(whole.length)] : whole[at] ^ (1 << random(8)); // mostly one that stands in it
    return { base: name, target, at, byte: byte === whole[at] ? byte ^ 1 : byte };
  };
  // A quarter of the changes each: bytes of small records, values of small records, bytes of the large record, bytes of frames.
  const values = made.filter(({ view }) => !(view instanceof Uint8Array)).flatMap(({ name, view }) => Array.from(mutations(view), ([where, changed]) => ({ base: name, where, changed })));
  for (let i = 0; i < count; i++) {
    if (i % 4 === 0) cases.push(byteOf(made[random(made.length)], 'record'));
    else if (i % 4 === 1) {
      const { base, where, changed } = values[random(values.length)];
      cases.push({ base, where, text: new TextDecoder().decode(documentOf(changed)) });
    } else if (i % 4 === 2) cases.push(byteOf(largeAlone, 'record'));
    else cases.push(byteOf(random(8) ? made[0] : largeBase, 0));
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ bases, cases }));
}

async function run(folder) {
  const { bases, cases } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const read = (name) => new Uint8Array(readFileSync(join(folder, name)));
  for (const base of Object.values(bases)) {
    base.document = read(base.record);
    for (const frame of base.frames) frame.bytes = read(frame.file);
  }
  const changed = (document, { at, byte }) => {
    const copy = document.slice();
    copy[at] = byte;
    return copy;
  };
  const said = [];
  for (const item of cases) {
    const { document, frames } = bases[item.base];
    const record = item.text !== undefined ? bytes(item.text) : item.target === 'record' ? changed(document, item) : document;
    const given = frames.map((frame, i) => ({ bytes: item.target === i ? changed(frame.bytes, item) : frame.bytes, key: frame.key }));
    said.push((await verifyRecord(record, { frames: given })).filter((step) => step.status === 'failed').map((step) => step.id));
  }
  process.stdout.write(JSON.stringify(said));
}

const [verb, folder, count] = process.argv.slice(2);
if (verb === 'make') make(folder, Number(count));
else if (verb === 'run') await run(folder);
