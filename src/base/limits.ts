/** How long anything outside this program may take before it counts as stuck, in milliseconds. */
export const limits = {
  /** for the browser to name its graphics adapter */
  adapter: 15_000,
  /** for an adapter to give its device */
  device: 30_000,
  /** for the runtime to be fetched and to start its threads: 27 MB at 100 kB a second */
  runtimeStart: 300_000,
  /** for the runtime to compile its binary and to start its threads, once the binary was fetched */
  threads: 90_000,
  /** for a graphics device to compile or run a graph, or to copy a result to main memory; minutes if emulated on a CPU */
  graphics: 600_000,
  /** for a device to report its loss, after its work failed */
  lossReport: 250,
  /** for the next bytes of a file; the service worker sends the first once it has checked them all */
  transfer: 300_000,
  /** for another host to answer, and for its next bytes */
  host: 60_000,
  /** for a language model to begin to answer, and for its next piece; it may be loaded first */
  answer: 300_000,
  /** for the browser's database to read or write */
  storage: 30_000,
  /** for a new worker to fetch its script and answer */
  workerStart: 60_000,
  /** for the next beat of a worker's pulse */
  pulse: 20_000,
  /** for a cancelled job to stop */
  cancel: 10_000,
} as const;

/** For error messages. */
export const seconds = (milliseconds: number): string => String(milliseconds / 1000);
