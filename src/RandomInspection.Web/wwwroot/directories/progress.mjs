// Follows the progress panels of a page over server-sent events: "progress" moves the bar, after "done" the page is asked for again.
// Without this script the page asks again by itself.

/** Follows one panel; screen readers hear of a new stage, not of every figure. */
export function follow(panel) {
  const bar = panel.querySelector('progress');
  const text = panel.querySelector('.progress-text');
  text.removeAttribute('role');
  const spoken = document.createElement('p');
  spoken.className = 'visually-hidden';
  spoken.setAttribute('role', 'status');
  panel.append(spoken);

  const figures = document.createElement('span');
  figures.className = 'figures';
  const stage = document.createElement('span');
  text.replaceChildren(figures, ' ', stage);

  const show = ({ done, total, figures: written, text: what }) => {
    if (total > 0) {
      bar.max = total;
      bar.value = done;
    } else {
      bar.removeAttribute('value');
    }
    bar.textContent = written;
    figures.textContent = written;
    if (stage.textContent !== what) {
      stage.textContent = what;
      spoken.textContent = what;
    }
  };

  const events = new EventSource(panel.dataset.progressSource);
  const again = () => {
    events.close();
    location.reload();
  };
  events.addEventListener('progress', ({ data }) => show(JSON.parse(data)));
  events.addEventListener('done', ({ data }) => {
    show(JSON.parse(data));
    again();
  });
  events.addEventListener('error', () => {
    // A lost connection is taken up again by the browser; a closed one means that the job is not known any more.
    if (events.readyState === EventSource.CLOSED) setTimeout(again, 2000);
  });
}

for (const panel of document.querySelectorAll('[data-progress-source]')) follow(panel);
