import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { linkState } from '../../src/RandomInspection.Web/wwwroot/verify/chain.mjs';
import { ticketCommand } from '../../src/RandomInspection.Web/wwwroot/verify/command.mjs';
import { publishedUnits } from '../../src/RandomInspection.Web/wwwroot/verify/record.mjs';
import { sortFiles } from '../../src/RandomInspection.Web/wwwroot/verify/sorting.mjs';
import * as texts from '../../src/RandomInspection.Web/wwwroot/verify/texts.mjs';
import { bytes, documentOf, hashHex, keyPair, recordOf, signatureOf, voidRecord } from './records.mjs';

const FOLDER = new URL('../../src/RandomInspection.Web/wwwroot/verify/', import.meta.url);
const sources = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
const modules = Object.entries(sources).filter(([name]) => name.endsWith('.mjs') && name !== 'texts.mjs').map(([, text]) => text).join('\n');
const all = (pattern) => new Set([...modules.matchAll(pattern)].flatMap((match) => match.slice(1)).filter(Boolean));

test('Texts_EveryCodeInTheSources_HasBothLanguages', () => {
  const problems = all(/(?:Refusal|same|fail|firstDifference)\(\s*(?:[\w]+(?: === \w+)? \? )?'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g);
  problems.add('internal');
  assert.deepEqual([...problems].sort(), Object.keys(texts.PROBLEMS).sort());
  assert.deepEqual([...all(/Skip\('([a-z-]+)'/g)].sort(), Object.keys(texts.REASONS).sort());
  assert.deepEqual([...all(/step\('([a-zA-Z-]+)'/g)].sort(), Object.keys(texts.STEPS).sort());
  for (const key of all(/(?:tell|field)\('([a-zA-Z]+)'/g)) assert.ok(texts.PAGE[key] ?? texts.OFFLINE[key], key);
  const pairs = [texts.PROBLEMS, texts.REASONS, texts.VALUES, texts.PAGE, texts.OFFLINE].flatMap(Object.values);
  for (const pair of pairs) assert.ok(pair.length === 2 && pair.every((text) => text.length > 0), pair);
  for (const [zh, en] of Object.values(texts.STEPS)) assert.ok(zh.length === 2 && en.length === 2);
});

test('Chain_EveryStep_StandsBehindOneLink', () => {
  assert.deepEqual(Object.values(texts.CHAIN).flatMap((link) => link.steps).sort(), Object.keys(texts.STEPS).sort());
  const step = (id, status) => ({ id, status });
  const state = (...steps) => linkState(['a', 'b'], [...steps, step('c', 'failed')]);
  assert.deepEqual(
    [state(), state(step('a', 'skipped')), state(step('a', 'ok'), step('b', 'skipped')), state(step('a', 'ok'), step('b', 'failed'))],
    ['waiting', 'skipped', 'ok', 'failed'],
  );
});

test('SortFiles_OneHeap_ToldApartByWhatTheyHold', async () => {
  const { auditor, frame, key } = recordOf('pub-small');
  const record = documentOf(auditor);
  const signature = signatureOf(keyPair(), record);
  const [recordFile, signatureFile, openingSignatureFile, frameFile, keyFile, addendum, broken] = [
    [record, 'record.json'], [signature, 'record.sig.json'], [signature, 'opening.sig.json'], [frame, 'frame.tsv'], [`${key}\n`, 'key.txt'], ['{"format":"random-inspection-replacements/1"', 'r.json'], ['{"format":1}', 'x.json'],
  ].map(([part, name]) => new File([part], name));
  const nothing = { recordFile: undefined, frameFiles: [], keys: [], replacementFiles: [], signatureFile: undefined, openingSignatureFile: undefined };
  assert.deepEqual(
    await sortFiles([keyFile, addendum, frameFile, openingSignatureFile, signatureFile, recordFile]),
    { recordFile, frameFiles: [frameFile], keys: [key], replacementFiles: [addendum], signatureFile, openingSignatureFile },
  );
  assert.deepEqual(await sortFiles([broken]), { ...nothing, recordFile: broken });
  assert.deepEqual(await sortFiles([]), nothing);
});

test('Say_ValuesInBraces_FilledIn', () => {
  assert.equal(texts.say(['甲{a}乙{b}', 'x{b}y{a}'], 'zh', { a: 1, b: 2 }), '甲1乙2');
  assert.equal(texts.say(['甲{a}乙{b}', 'x{b}y{a}'], 'en', { a: 1, b: 2 }), 'x2y1');
});

for (const [hash, tool] of [['sha-256', 'sha256sum'], ['sm3', 'openssl']]) {
  const missing = spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0 ? false : `no ${tool}`;
  test(`TicketCommand_${hash}_RunInAShell_PrintsTheTicket`, { skip: missing }, () => {
    const seed = '0123456789abcdef'.repeat(4);
    for (const id of ['91210102EM4KY10Q53', '-n', '%s', "a'b", '$HOME', '`id`', '"x"', '\\', '!', '*', '~', '#', "''", 'a;b|c&d']) {
      const { stdout } = spawnSync('sh', ['-c', ticketCommand(hash, seed, id)], { encoding: 'utf8' });
      assert.ok(stdout.includes(hashHex(hash, seed, id)), `${id}: ${stdout}`);
    }
  });
}

test('PublishedUnits_ViewsAndGarbage_SeedHashAndUnitsOrNull', () => {
  const { auditor, open, subject } = recordOf('pub-sm3');
  assert.deepEqual(publishedUnits(documentOf(open)).units, auditor.tasks[0].selected);
  assert.equal(publishedUnits(documentOf(auditor)).hash, 'sm3');
  assert.equal(publishedUnits(documentOf(subject(0))).units.length, 1);
  assert.equal(publishedUnits(documentOf(voidRecord().open)), null);
  assert.equal(publishedUnits(bytes('{')), null);
});

/** What the content security policy of the pages forbids, or what would let a record write into the page. */
test('Sources_UnderTheStrictPolicy_NothingInlineNothingForeign', () => {
  for (const [name, text] of Object.entries(sources)) {
    assert.doesNotMatch(text, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.style\b|'style'|https?:\/\/|@import|\burl\(/, name);
  }
  for (const path of all(/(?:from|import\()\s*'([^']+)'/g)) assert.match(path, /^\.\/[a-z0-9-]+\.mjs$/);
});
