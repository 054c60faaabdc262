// The worker of a page that a host serves. The offline file has one module only and starts start.offline.mjs's instead.

/** A new worker that runs worker.mjs. */
export const startWorker = () => new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' });
