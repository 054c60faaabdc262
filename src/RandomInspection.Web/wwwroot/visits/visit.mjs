// The form of a visit's results on a phone: what is filled in is kept in this browser until the host has it, is offered again when the
// page is opened anew, and is sent by nobody but the person, by the usual button. Without this script the form works as any other.

import { differing, drop, judge, keep, kept } from './draft.mjs';

const PATIENCE_MS = 5000;

const TEXTS = {
  kept: ['草稿已于 {at} 存在本机；保存成功或退出登录即删除。', 'Draft kept in this browser at {at}; it is deleted once the results are saved, or when you sign out.'],
  offline: ['没有网络。离线草稿已于 {at} 存在本机；网络恢复后请再按“保存结果”。', 'No network. Offline draft kept in this browser at {at}; when the network is back, press “Save the results” again.'],
  offer: ['本机有 {at} 保存的离线草稿，尚未送达，与页面有 {n} 处不同。', 'This browser has an offline draft of {at} that was not sent; it differs from the page in {n} fields.'],
  conflict: [
    '本机有 {at} 保存的离线草稿，尚未送达；其后结果又登记过，草稿与现有结果有 {n} 处不同。恢复后请逐项核对再保存。',
    'This browser has an offline draft of {at} that was not sent; results were entered since, and it differs from what stands in {n} fields. If you fill it in, compare each before you save.',
  ],
  restored: ['已填入 {at} 的草稿，尚未送达：请核对后按“保存结果”。', 'The draft of {at} is filled in and not sent: look it over and press “Save the results”.'],
  refused: ['没有保存；您填写的内容仍在本机（{at}）。', 'Not saved; what you filled in is still kept in this browser ({at}).'],
  closed: ['本机有 {at} 保存的离线草稿，但此检查已不能登记结果。请抄录需要的内容后删除草稿。', 'This browser has an offline draft of {at}, but results of this visit can no longer be entered. Copy what you need and delete the draft.'],
  first: ['请先恢复或删除上面的草稿；现在填写的内容没有存在本机。', 'Fill in or delete the draft first: what you enter now is not kept in this browser.'],
  full: ['此浏览器不能保存草稿：没有网络时请勿关闭页面。', 'This browser cannot keep a draft: do not close the page while there is no network.'],
};

/** The controls of results and notes. */
const fieldsOf = (form) => [...form.elements].filter((field) => /^Input\.(Results|Notes)\[/.test(field.name));

/** What is filled in: the results that are chosen, and the notes. */
const valuesOf = (form) => Object.fromEntries(fieldsOf(form).filter((field) => field.type !== 'radio' || field.checked).map((field) => [field.name, field.value]));

/** The fields that the person changed since the page came. */
const changedOf = (form) => fieldsOf(form).filter((field) => (field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue)).map((field) => field.name);

/** Whether the host answers at all; what it answers does not matter. */
async function isReachable() {
  if (!navigator.onLine) return false;
  try {
    await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}

/** Joins a panel to the form around it, or to none where results are no longer entered. */
function attach(panel) {
  const form = panel.closest('form');
  const { visit, person } = panel.dataset;
  const entries = Number(panel.dataset.entries);
  const english = panel.dataset.lang === 'en';
  const part = (role) => panel.querySelector(`[data-role=${role}]`);
  const at = (draft) => new Date(draft.saved).toLocaleString(english ? 'en-GB' : 'zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  let draft = kept(localStorage, person, visit);
  let pending = false;

  const say = (key, n = 0) => {
    panel.hidden = false;
    panel.dataset.state = key;
    part('status').textContent = TEXTS[key][english ? 1 : 0].replace('{at}', () => (draft ? at(draft) : '')).replace('{n}', String(n));
  };
  const offer = (isPending, restorable) => {
    pending = isPending;
    part('restore').hidden = !restorable;
    part('discard').hidden = !(isPending || restorable);
  };
  const save = (key) => {
    if (pending) {
      say('first');
      return;
    }
    const values = valuesOf(form);
    const names = new Set([...Object.keys(draft?.values ?? {}), ...changedOf(form)]);
    if (names.size === 0) return;
    draft = { saved: new Date().toISOString(), entries, values: Object.fromEntries([...names].map((name) => [name, values[name] ?? ''])) };
    try {
      keep(localStorage, person, visit, draft);
      say(key);
    } catch {
      say('full');
    }
  };

  part('discard').addEventListener('click', () => {
    drop(localStorage, person, visit);
    draft = null;
    offer(false, false);
    panel.hidden = true;
  });

  const shown = form ? valuesOf(form) : null;
  const verdict = judge(draft, shown, entries, panel.dataset.refused !== undefined);
  if (verdict === 'accepted') {
    drop(localStorage, person, visit);
    draft = null;
  } else if (verdict === 'closed') {
    part('kept').replaceChildren(...Object.entries(draft.values).map(([name, value]) => {
      const line = document.createElement('li');
      line.textContent = `${name.replace(/^Input\./, '')}: ${value}`;
      return line;
    }));
    part('kept').hidden = false;
    say('closed');
    offer(true, false);
  } else if (verdict !== 'none') {
    say(verdict, verdict === 'refused' ? 0 : differing(draft.values, shown).length);
    offer(verdict !== 'refused', verdict !== 'refused');
  }
  if (!form) return;

  part('restore').addEventListener('click', () => {
    for (const field of fieldsOf(form).filter((one) => one.name in draft.values)) {
      if (field.type === 'radio') field.checked = draft.values[field.name] === field.value;
      else field.value = draft.values[field.name];
    }
    offer(false, false);
    say('restored');
  });

  form.addEventListener('input', () => save(navigator.onLine ? 'kept' : 'offline'));
  addEventListener('offline', () => { if (!pending && draft) say('offline'); });
  addEventListener('online', () => { if (!pending && draft) say('kept'); });

  // A page that cannot be sent is lost to the browser's own: the form is sent only to a host that answers.
  let ready = false;
  form.addEventListener('submit', async (event) => {
    if (ready) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector('button[type=submit]');
    button.disabled = true;
    if (!pending) save('kept');
    ready = await isReachable();
    button.disabled = false;
    if (ready) form.requestSubmit(button);
    else save('offline');
  });
  addEventListener('pageshow', () => { ready = false; });
}

for (const panel of document.querySelectorAll('[data-draft]')) attach(panel);
