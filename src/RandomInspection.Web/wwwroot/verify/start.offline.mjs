// The worker of the offline file: its one script again, which sees no document there and serves as worker.mjs.

/** A new worker that runs this very script, which imports nothing: Chromium refuses a module's blob to a page from disk. */
export function startWorker() {
  const address = URL.createObjectURL(new Blob([document.querySelector('script[type=module]').textContent], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), 60_000); // by then it has been read
  }
}
