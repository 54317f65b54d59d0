/** A page beside the product's, which runs the jobs in the product's own worker. */
import { LabClient } from '../../../src/bridge/client';
import { spawnLab } from '../../../src/ui/run/spawn';
import { runReal, type RealRun, type RunInput } from '../run';

declare global {
  interface Window {
    /** the most bytes in array buffers so far; the browser's driver knows */
    peakArrayBuffers: () => Promise<number>;
    runReal: (input: RunInput) => Promise<RealRun>;
  }
}

const client = new LabClient({
  spawn: spawnLab,
  onWorkerLost: () => undefined,
  onStoreHealth: () => undefined,
});

window.runReal = (input) =>
  runReal(
    {
      run: (name, job, onEvent) => client.run(name, job, onEvent && { onEvent }),
      peakBytes: async () => ({
        ...(await client.peakMemory()),
        arrayBuffers: await window.peakArrayBuffers(),
      }),
    },
    input,
    (line) => console.log(line),
  );
