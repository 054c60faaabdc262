// The picture of a verification: a chain of a few links, each a mark that stands for the steps behind it.

import { CHAIN, PAGE, say } from './texts.mjs';

/** How a link stands: failed if any of its steps is, holding if any holds, otherwise not checked; waiting without steps. */
export function linkState(ids, steps) {
  const own = steps.filter(({ id }) => ids.includes(id));
  const has = (status) => own.some((step) => step.status === status);
  if (own.length === 0) return 'waiting';
  return has('failed') ? 'failed' : has('ok') ? 'ok' : 'skipped';
}

/** The chain for the page: `show(steps, done)` sets its links; links that a finished verification did not touch go. */
export function chainOf(language) {
  const node = document.createElement('ol');
  node.className = 'verify-chain';
  const links = Object.entries(CHAIN).map(([name, { title, steps: ids }]) => {
    const link = document.createElement('li');
    const state = document.createElement('span');
    link.append(say(title, language), ' ', state);
    link.dataset.link = name;
    node.append(link);
    return { link, state, ids };
  });
  function show(steps, done) {
    for (const { link, state, ids } of links) {
      const status = linkState(ids, steps);
      link.className = `is-${status}`;
      link.hidden = done && status === 'waiting';
      state.textContent = say(PAGE[status], language);
    }
  }
  show([], false);
  node.hidden = true;
  return { node, show };
}
