// Verifies off the main thread. In: {bytes, options} for verifyRecord. Out: its progress events, then {finished: {steps, published}}.

import { publishedUnits, verifyRecord } from './record.mjs';

self.addEventListener('message', async ({ data: { bytes, options } }) => {
  const steps = await verifyRecord(bytes, { ...options, progress: (event) => self.postMessage(event) });
  self.postMessage({ finished: { steps, published: publishedUnits(bytes) } });
});
