// The page's side: finds <section id="verify">, fetches its record, shows the steps one by one and the verdict, and lets
// a visitor bring files of his own. The section's attributes: data-record-url, data-lang (zh or en), and if there are
// any data-digest, data-signature-url, data-opening-signature-url and data-replacements-urls (separated by spaces). When
// finished it carries data-verified="ok" or "failed".

import { chainOf } from './chain.mjs';
import { ticketCommand } from './command.mjs';
import { PrefixHash } from './hash.mjs';
import { HASHES } from './opening.mjs';
import { run } from './run.mjs';
import { sortFiles } from './sorting.mjs';
import { PAGE, PROBLEMS, REASONS, STEPS, VALUES, say } from './texts.mjs';
import { isId } from './units.mjs';

const BEAT = 90; // milliseconds between steps that appear
const SUGGESTIONS = 500;

/** An element with attributes and children (elements or texts). */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/**
 * Sets a section up and verifies its record, or the files given as a visitor had chosen them; resolves when the first
 * verdict stands. Whenever files are chosen the section says so with an event `verify-chosen` whose detail they are.
 */
export async function mount(section, given) {
  const language = section.dataset.lang === 'en' ? 'en' : 'zh';
  const tell = (key, values) => say(PAGE[key], language, values);
  const number = new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const verdict = element('p', { class: 'verify-verdict', role: 'status', 'aria-live': 'polite' });
  const list = element('ol', { class: 'verify-steps' });
  const chain = chainOf(language);
  const command = commandForm(tell);
  const files = filesForm(tell, section, (chosen) => verifyChosen(chosen));
  const steps = element('details', { class: 'verify-all' }, element('summary', {}, tell('steps')), list);
  steps.hidden = true;
  addEventListener('beforeprint', () => { steps.open = true; }); // a print shows what was verified, step by step
  const found = [verdict, chain.node, steps, command.node];
  section.append(...(section.dataset.recordUrl ? [...found, files.node] : [files.node, ...found]));

  let record = null; // bytes of the record fetched
  let signatures = {}; // and of its signatures
  let addenda = []; // and of what changed its lists
  let auditorDigest; // as that record states it
  let turn = 0; // a verification that has been overtaken shows nothing more

  function finish(text, ok) {
    section.setAttribute('aria-busy', 'false');
    verdict.textContent = text;
    verdict.classList.add(ok ? 'is-ok' : 'is-failed');
    section.dataset.verified = ok ? 'ok' : 'failed';
    if (!ok) steps.open = true; // what fails must not have to be looked for
  }

  async function verify(bytes, options) {
    const mine = ++turn;
    const current = () => mine === turn;
    delete section.dataset.verified;
    section.setAttribute('aria-busy', 'true'); // readers hear the verdict, not every percent
    verdict.classList.remove('is-ok', 'is-failed');
    verdict.textContent = tell('verifying');
    list.replaceChildren();
    chain.node.hidden = steps.hidden = false;
    chain.show([], false);
    command.show(null);

    const taken = [];
    let shown = Promise.resolve();
    const report = ({ step, work, done, total }) => {
      if (!current()) return;
      if (work) verdict.textContent = tell(work, { done: number.format(done), total: number.format(total) });
      if (!step) return;
      shown = shown.then(async () => {
        if (!current()) return;
        list.append(stepItem(step, language));
        taken.push(step);
        chain.show(taken, false);
        if (!calm.matches) await new Promise((resolve) => setTimeout(resolve, BEAT));
      });
    };
    let result;
    try {
      result = await run(bytes, options, report);
    } catch {
      if (current()) finish(say(PROBLEMS.internal, language), false);
      return;
    }
    await shown;
    if (!current()) return;
    if (bytes === record) auditorDigest = result.published?.auditorDigest;
    command.show(result.published);
    chain.show(result.steps, true);
    finish(verdictOf(result.steps, tell), result.steps.every((step) => step.status !== 'failed'));
  }

  async function verifyChosen(chosen) {
    const { recordFile, frameFiles, keys, replacementFiles, signatureFile, openingSignatureFile, signedBy = [] } = chosen;
    section.dispatchEvent(new CustomEvent('verify-chosen', { detail: chosen }));
    const read = async (file) => new Uint8Array(await file.arrayBuffer());
    try {
      const bytes = recordFile ? await read(recordFile) : record;
      if (!bytes) return finish(tell('noRecord'), false);
      const frames = [];
      for (const file of frameFiles) {
        const frame = await read(file);
        for (const key of keys.length > 0 ? keys : [undefined]) frames.push({ bytes: frame, key });
      }
      const options = {
        frames,
        signedBy,
        replacements: replacementFiles.length > 0 ? await Promise.all(replacementFiles.map(read)) : bytes === record ? addenda : [],
        signature: signatureFile ? await read(signatureFile) : bytes === record ? signatures.signature : undefined,
        openingSignature: openingSignatureFile ? await read(openingSignatureFile) : bytes === record ? signatures.openingSignature : undefined,
      };
      if (bytes === record) options.digest = section.dataset.digest || undefined;
      else if (await isAuditorsView(bytes)) options.digest = auditorDigest;
      await verify(bytes, options);
    } catch {
      finish(tell('unreadable'), false);
    }
  }

  const { recordUrl, signatureUrl, openingSignatureUrl, replacementsUrls, digest } = section.dataset;
  if (given) {
    files.fill(given);
    await verifyChosen(given);
  }
  if (!recordUrl) return;
  verdict.textContent = tell('fetching');
  try {
    record = await fetched(recordUrl);
    signatures = {
      signature: signatureUrl ? await fetched(signatureUrl) : undefined,
      openingSignature: openingSignatureUrl ? await fetched(openingSignatureUrl) : undefined,
    };
    addenda = await Promise.all((replacementsUrls ?? '').split(' ').filter(Boolean).map(fetched));
    await verify(record, { digest: digest || undefined, replacements: addenda, ...signatures });
  } catch {
    finish(tell('unreachable'), false);
  }
}

/** Whether a record is an auditor's view, whose digest the other views state. */
async function isAuditorsView(bytes) {
  const { readRecord } = await import('./format.mjs');
  try {
    return readRecord(bytes).view === 'auditor';
  } catch {
    return false;
  }
}

async function fetched(url) {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
}

/** One step of the list: title, status in words, what it shows or what is wrong, values to unfold. */
function stepItem({ id, status, task, detail }, language) {
  const [title, shows] = STEPS[id][language === 'en' ? 1 : 0];
  const { problem, reason, ...rest } = detail;
  const values = status === 'ok' && reason !== undefined ? { reason, ...rest } : rest;
  const sentence = status === 'ok' ? shows : say(status === 'failed' ? PROBLEMS[problem] : REASONS[reason], language);
  const item = element('li', { class: `verify-step is-${status}`, 'data-step': id },
    element('p', {},
      element('strong', {}, task === undefined ? title : `${title} · ${task}`), ' ',
      element('em', {}, say(PAGE[status], language))),
    element('p', {}, sentence));
  if (values.step) values.step = STEPS[values.step][language === 'en' ? 1 : 0][0];
  const named = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (named.length > 0) {
    const unfold = element('details', status === 'failed' ? { open: '' } : {}, element('summary', {}, say(PAGE.values, language)));
    unfold.append(element('dl', {}, ...named.flatMap(([name, value]) => [
      element('dt', {}, VALUES[name] ? say(VALUES[name], language) : name), element('dd', {}, String(value)),
    ])));
    item.append(unfold);
  }
  return item;
}

/** The final sentence: how many steps hold, and the assurance, which is shown wherever the draw is (§3). */
function verdictOf(steps, tell) {
  const count = (status) => steps.filter((step) => step.status === status).length;
  const counts = { ok: count('ok'), failed: count('failed'), skipped: count('skipped') };
  const sentences = [tell(counts.failed > 0 ? 'verdictFailed' : 'verdictOk', counts)];
  const { status, detail } = steps.find((step) => step.id === 'assurance');
  if (steps.some((step) => step.id === 'void')) {
    sentences.push(tell('voided'));
  } else if (status === 'ok') {
    sentences.push(tell(detail.assurance));
    if (detail.breakOff) sentences.push(tell('breakOff'));
  }
  return sentences.join(' ');
}

/** Fields for a visitor's own files, which may be dropped on the section too; calls back with {recordFile, frameFiles, keys, replacementFiles, signatureFile, openingSignatureFile, signedBy}. */
function filesForm(tell, section, verify) {
  const field = (key, attributes) => {
    const input = element('input', attributes);
    return [input, element('label', {}, element('span', {}, tell(key)), input)];
  };
  const [recordInput, recordLabel] = field('recordFile', { type: 'file', accept: '.json,application/json' });
  const [frameInput, frameLabel] = field('frameFile', { type: 'file', accept: '.tsv,text/tab-separated-values', multiple: '' });
  const [keyInput, keyLabel] = field('frameKey', { type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const [replacementsInput, replacementsLabel] = field('replacementFiles', { type: 'file', accept: '.json,application/json', multiple: '' });
  const [signatureInput, signatureLabel] = field('signatureFile', { type: 'file', accept: '.json,application/json' });
  const [openingInput, openingLabel] = field('openingSignatureFile', { type: 'file', accept: '.json,application/json' });
  const [signedByInput, signedByLabel] = field('signedBy', { type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const words = (input) => input.value.split(/\s+/).filter((word) => word !== '');
  const node = element('form', { class: 'verify-files' },
    element('h3', {}, tell('filesTitle')), element('p', {}, tell('filesNote')),
    recordLabel, frameLabel, keyLabel, replacementsLabel, signatureLabel, openingLabel, signedByLabel, element('button', { type: 'submit' }, tell('verify')));

  const chosen = () => ({
    recordFile: recordInput.files[0],
    frameFiles: [...frameInput.files],
    keys: words(keyInput),
    replacementFiles: [...replacementsInput.files],
    signatureFile: signatureInput.files[0],
    openingSignatureFile: openingInput.files[0],
    signedBy: words(signedByInput),
  });
  const put = (input, files) => {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    input.files = held.files;
  };
  /** Shows files as if they had been chosen in the fields; what is not among them stays. */
  function fill({ recordFile, frameFiles, keys, replacementFiles, signatureFile, openingSignatureFile, signedBy = [] }) {
    if (recordFile) put(recordInput, [recordFile]);
    if (frameFiles.length > 0) put(frameInput, frameFiles);
    if (keys.length > 0) keyInput.value = keys.join(' ');
    if (replacementFiles.length > 0) put(replacementsInput, replacementFiles);
    if (signatureFile) put(signatureInput, [signatureFile]);
    if (openingSignatureFile) put(openingInput, [openingSignatureFile]);
    if (signedBy.length > 0) signedByInput.value = signedBy.join(' ');
  }

  node.addEventListener('submit', (event) => {
    event.preventDefault();
    verify(chosen());
  });
  section.addEventListener('dragover', (event) => event.preventDefault());
  section.addEventListener('drop', async (event) => {
    event.preventDefault();
    fill(await sortFiles([...event.dataTransfer.files]));
    verify(chosen());
  });
  return { node, fill };
}

/** The one-line command for an id chosen from the selection or typed. */
function commandForm(tell) {
  const choices = element('datalist', { id: 'verify-ids' });
  const input = element('input', { type: 'text', list: choices.id, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const line = element('code');
  const ticket = element('code');
  const note = element('p', { role: 'status' });
  const copy = element('button', { type: 'button' }, tell('copy'));
  const shown = element('div', {},
    element('p', {}, tell('commandNote')), element('pre', { tabindex: '0' }, line), copy,
    element('p', {}, `${tell('commandTicket')} `, ticket));
  const node = element('div', { class: 'verify-command' },
    element('h3', {}, tell('commandTitle')), element('label', {}, element('span', {}, tell('commandId')), input), choices, note, shown);
  node.hidden = true;

  let published = null;
  function update() {
    const id = input.value.trim();
    const valid = isId(id);
    shown.hidden = !valid;
    copy.textContent = tell('copy');
    note.textContent = valid ? tell(published.units.some((unit) => unit.id === id) ? 'commandSelected' : 'commandOther') : id === '' ? '' : tell('commandInvalid');
    if (!valid) return;
    line.textContent = ticketCommand(published.hash, published.seed, id);
    ticket.textContent = new PrefixHash(HASHES.get(published.hash), published.seed).hex(id);
  }
  input.addEventListener('input', update);
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
    } catch { // plain http has no clipboard: copy what is marked
      getSelection().selectAllChildren(line);
      if (!document.execCommand('copy')) return;
    }
    copy.textContent = tell('copied');
  });
  return {
    node,
    show(next) {
      published = next;
      node.hidden = next === null;
      if (next === null) return;
      choices.replaceChildren(...next.units.slice(0, SUGGESTIONS).map(({ id }) => element('option', { value: id })));
      input.value = next.units[0]?.id ?? '';
      update();
    },
  };
}

const section = document.getElementById('verify');
if (section?.dataset.recordUrl) mount(section);
