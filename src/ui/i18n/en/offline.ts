/** Whether the page works without a network, and whether it is the newest version. */
export const offline = {
  ready: 'Ready for offline use.',
  keeping: 'Saving for offline use: {{done}} of {{of}} files.',
  spared: 'The page works offline; models are downloaded when you load them, to save data.',
  release: {
    waiting: 'A new version of this page is ready.',
    replaced: 'This tab runs an older version of the page. A new version is available.',
    afterRun: 'You can switch to it when the run has finished.',
    reload: 'Reload',
  },
};
