// Follows a computation by asking for the page again behind the scenes: the bars move, and once none is left the figures take their place.
// Without this script the page asks again by itself.

const BEAT = 2000;

async function look() {
  const answer = await fetch(location.href, { cache: 'no-store' });
  if (!answer.ok) {
    return;
  }

  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const section of document.querySelectorAll('main section[aria-labelledby]')) {
    const bar = section.querySelector('progress');
    const now = fresh.querySelector(`section[aria-labelledby="${CSS.escape(section.getAttribute('aria-labelledby'))}"]`);
    if (bar === null || now === null) {
      continue;
    }

    const moved = now.querySelector('progress');
    if (moved === null) {
      section.replaceChildren(...now.childNodes);
    } else {
      bar.value = moved.value;
      section.querySelector('.figures').textContent = now.querySelector('.figures').textContent;
    }
  }
}

while (document.querySelector('main progress') !== null) {
  await new Promise((resolve) => setTimeout(resolve, BEAT));
  try {
    await look();
  } catch {
    // the host may be away for a moment
  }
}
