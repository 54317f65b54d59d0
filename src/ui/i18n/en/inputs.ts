/** The inputs of a result, as in “out of date: the dictionary changed”. */
export const inputs = {
  notUsed: 'Not used by {{method}}.',
  switchedOff: 'Not used with these settings.',
  stale: 'Out of date: {{names}} changed. Run it again to update it.',
  recorded: 'Recorded with seed {{seed}} by the same code that runs here. Load the model to run it yourself.',
  and: ', ',
  names: {
    version: 'the version of Lethe',
    model: 'the model',
    texts: 'the text',
    overrides: 'reviewed labels',
    questions: 'the prompts',
    training: 'seed, batch or adapter',
    reinforcing: 'the settings of Reinforce',
    rules: 'the rules of translation',
    dictionary: 'the dictionary',
    equation: 'α or the logit space',
    unlearning: 'the settings of Unlearn',
    reinforced: 'the reinforced model',
    labels: 'the labels',
    unlearned: 'the unlearned model',
  },
};
