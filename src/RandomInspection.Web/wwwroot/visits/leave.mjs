// Whoever signs out leaves no draft of theirs on this phone; whoever would lose one is asked.

import { dropAll, namesOf } from './draft.mjs';

const TEXT = ['此设备上还有没有送达的检查结果草稿，退出登录将删除。仍要退出吗？', 'There is a draft of results on this device that was not sent; signing out deletes it. Sign out?'];

for (const form of document.querySelectorAll('form[action="/account/signout"][data-person]')) {
  form.addEventListener('submit', (event) => {
    const english = document.documentElement.lang === 'en';
    if (namesOf(localStorage, form.dataset.person).length > 0 && !confirm(TEXT[english ? 1 : 0])) event.preventDefault();
    else dropAll(localStorage, form.dataset.person);
  });
}
