/** Whether the page works without a network. */
export const offline = {
  ready: 'Works without a network: everything is kept in this browser.',
  keeping: 'Keeping for use without a network: {{done}} of {{of}} files.',
  spared:
    'The page works without a network; models are fetched when you load them, to spare your connection.',
};
