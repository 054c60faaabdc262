// What a ceremony needs from a party's own browser: a signing key, a secret value, and news of the others.
// The value and the private key stay in this browser until the reveal; the key cannot be read out at all. Each is kept under what
// the host was given for it (the commitment, the public key), so that a second try or a second tab never takes the place of the one
// that counts.

import { hex, utf8 } from '../verify/hash.mjs';
import { HASHES, commitmentOf, commitmentStatement } from '../verify/opening.mjs';

const TEXTS = {
  noCrypto: ['此浏览器不能生成密钥：请使用 HTTPS 或 localhost 访问。', 'This browser cannot make keys here: open the site by HTTPS or on localhost.'],
  making: ['正在生成密钥……', 'Making the key …'],
  signing: ['正在签名……', 'Signing …'],
  noKey: ['此浏览器中没有登记时的密钥：请在登记时使用的浏览器中提交。', 'The key you joined with is not in this browser: commit from the browser in which you joined.'],
  filled: ['已填入本浏览器生成的随机值。', 'The value made in this browser is filled in.'],
  lost: ['此浏览器中没有您的随机值：请从备份中粘贴。', 'Your value is not in this browser: paste it from where you kept it.'],
  malformed: ['承诺须为 64 位小写十六进制字符。', 'A commitment is 64 lower-case hex characters.'],
};

const ceremony = document.getElementById('ceremony');
const forms = ceremony?.querySelector('.ceremony-forms');
const english = forms?.dataset.lang === 'en';
const text = (key) => TEXTS[key][english ? 1 : 0];
const draw = ceremony?.dataset.draw;
const storageName = (given) => `ri/${draw}/${forms.dataset.person}/${given}`;

/** The browser's own store for keys that cannot be read out. */
function keyStore(mode, work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('random-inspection', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = work(opening.result.transaction('keys', mode).objectStore('keys'));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    };
  });
}

const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
const status = (form, message) => { form.querySelector('[data-role=status]').textContent = message; };
const fill = (form, role, value) => { form.querySelector(`[data-role=${role}]`).value = value; };

// A form that was sent must not be overtaken by the news of others: asking for the page anew would take the step back unseen.
let sending = false;
document.addEventListener('submit', (event) => { sending ||= !event.defaultPrevented; });
addEventListener('pageshow', () => { sending = false; });

/** Lets a form do its part first, then sends it once. */
function before(form, part) {
  let ready = false;
  form.addEventListener('submit', async (event) => {
    if (ready) return;
    event.preventDefault();
    sending = true;
    const button = event.submitter ?? form.querySelector('button[type=submit]');
    button.disabled = true;
    try {
      ready = await part(form);
    } catch (problem) {
      status(form, String(problem));
    }
    button.disabled = false;
    sending = ready;
    if (ready) form.requestSubmit(button);
  });
}

const parts = {
  async enrol(form) {
    if (!globalThis.crypto?.subtle) {
      status(form, text('noCrypto'));
      return false;
    }
    status(form, text('making'));
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const publicKey = `ecdsa-p256:${base64(await crypto.subtle.exportKey('spki', pair.publicKey))}`;
    await keyStore('readwrite', (keys) => keys.put(pair.privateKey, storageName(publicKey)));
    fill(form, 'key', publicKey);
    return true;
  },

  async commit(form) {
    const algorithm = HASHES.get(forms.dataset.hash);
    const openingDigest = forms.dataset.openingDigest;
    const party = form.dataset.party;
    let commitment = form.elements.OwnCommitment.value.trim();
    if (commitment === '') {
      const value = hex(crypto.getRandomValues(new Uint8Array(32)));
      commitment = commitmentOf(algorithm, openingDigest, party, value);
      localStorage.setItem(storageName(commitment), value);
    } else if (!/^[0-9a-f]{64}$/.test(commitment)) {
      status(form, text('malformed'));
      return false;
    }
    const key = await keyStore('readonly', (keys) => keys.get(storageName(form.dataset.key)));
    if (!key) {
      status(form, text('noKey'));
      return false;
    }
    status(form, text('signing'));
    const statement = utf8(commitmentStatement(openingDigest, party, commitment));
    fill(form, 'commitment', commitment);
    fill(form, 'signature', base64(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, statement)));
    return true;
  },
};

for (const form of forms?.querySelectorAll('form[data-ceremony]') ?? []) {
  const part = parts[form.dataset.ceremony];
  if (part) before(form, part);
  if (form.dataset.ceremony === 'reveal' && form.elements.Value.value === '') {
    const value = localStorage.getItem(storageName(form.dataset.commitment));
    form.elements.Value.defaultValue = value ?? '';
    status(form, text(value ? 'filled' : 'lost'));
  }
}

/** Asks for the page anew. To reload the answer to a form would send the form again: nobody's step is taken without their hand. */
const again = () => {
  if (forms?.dataset.answersForm === undefined) location.reload();
  else location.replace(location.pathname + location.search);
};

/** Whether something is entered that would be lost. */
const entered = () => [...forms?.querySelectorAll('input:not([type=hidden]), textarea') ?? []].some((field) => field.value !== field.defaultValue);

// Somebody else's step: show it, unless the reader has begun to write. A lost connection is taken up again by the browser, but not
// one that was answered for a host that is away.
function follow() {
  const news = new EventSource(ceremony.dataset.events);
  news.addEventListener('message', ({ data }) => {
    if (data !== ceremony.dataset.version && !entered() && !sending) again();
  });
  news.addEventListener('error', () => {
    if (news.readyState === EventSource.CLOSED) setTimeout(follow, 3000);
  });
}

if (ceremony?.dataset.events) follow();
