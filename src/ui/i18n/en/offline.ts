/** Whether the page works without a network, what an insecure address lacks, and whether it is the newest version. */
export const offline = {
  ready: 'Ready for offline use.',
  keeping: 'Saving for offline use: {{done}} of {{of}} files.',
  spared: 'The page works offline; models are downloaded when you load them, to save data.',
  insecure:
    'The address of this page begins with http://, so the browser gives it no WebGPU, a single thread and no offline use, and the page cannot tell whether another tab has the same project open. Everything else works. At an https:// address nothing is missing.',
  release: {
    waiting: 'A new version of this page is ready.',
    replaced: 'This tab runs an older version of the page. A new version is available.',
    afterRun: 'You can switch to it when the run has finished.',
    reload: 'Reload',
  },
};
