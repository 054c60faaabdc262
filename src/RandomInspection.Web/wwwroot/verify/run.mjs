// One verification, off the main thread where that is possible.

import { startWorker } from './start.mjs';

/** Runs a verification in a worker, or here where workers are missing; resolves to {steps, published}. */
export function run(bytes, options, report) {
  return new Promise((resolve, reject) => {
    const here = async () => {
      const { publishedUnits, verifyRecord } = await import('./record.mjs');
      return { steps: await verifyRecord(bytes, { ...options, progress: report }), published: publishedUnits(bytes) };
    };
    let started = false;
    let worker;
    try {
      worker = startWorker();
    } catch {
      here().then(resolve, reject);
      return;
    }
    worker.addEventListener('message', ({ data }) => {
      started = true;
      if (data.finished === undefined) return report(data);
      worker.terminate();
      resolve(data.finished);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      if (started) reject(new Error(event.message));
      else here().then(resolve, reject);
    });
    worker.postMessage({ bytes, options });
  });
}
