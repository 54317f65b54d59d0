/** Whether the page works without a network, and whether it is the newest version. */
export const offline = {
  ready: 'Works without a network: everything is kept in this browser.',
  keeping: 'Keeping for use without a network: {{done}} of {{of}} files.',
  spared:
    'The page works without a network; models are fetched when you load them, to spare your connection.',
  release: {
    waiting: 'A new version of this page is ready.',
    replaced: 'This tab still runs an earlier version of the page; there is a new version.',
    afterRun: 'You can change to it when the run has ended.',
    reload: 'Reload',
  },
};
