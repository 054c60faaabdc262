// The offline file: the verification section without a host, in the language of the reader's choice.

import { mount } from './page.mjs';
import { OFFLINE, say } from './texts.mjs';

const LANGUAGES = { zh: '中文', en: 'English' };

function show(language, chosen) {
  const tell = (key) => say(OFFLINE[key], language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = tell('title');
  const main = document.querySelector('main');

  const switches = document.createElement('p');
  switches.className = 'offline-languages';
  for (const [code, name] of Object.entries(LANGUAGES)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.lang = code === 'en' ? 'en' : 'zh-CN';
    button.setAttribute('aria-pressed', String(code === language));
    button.addEventListener('click', () => {
      show(code, last);
      document.querySelector('.offline-languages [aria-pressed=true]').focus();
    });
    switches.append(button);
  }

  let last = chosen;
  const section = document.createElement('section');
  section.id = 'verify';
  section.dataset.lang = language;
  section.setAttribute('aria-labelledby', 'verify-title');
  section.addEventListener('verify-chosen', ({ detail }) => { last = detail; });
  const title = document.createElement('h1');
  title.id = 'verify-title';
  title.textContent = tell('title');
  const lead = document.createElement('p');
  lead.textContent = tell('lead');
  section.append(title, lead);
  main.replaceChildren(switches, section);
  mount(section, chosen);
}

show(navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
