/** The settings of a run: names, and one line of help each. */
export const settings = {
  preset: 'Preset',
  presets: { retain: 'paper + retain', paper: 'paper' },
  presetHelp: {
    retain:
      'The last fine-tune mixes in true text that the model should keep: everyday stories and half of another saga.',
    paper: 'As the paper: generic labels alone. It forgets as much and breaks more of what stands nearby.',
  },
  changed: 'Changed by hand.',
  stillFree: 'Every setting can still be changed at its stage.',
  range: '{{least}} to {{most}}',
  more: 'More settings',
  seed: { name: 'Seed', help: 'Decides every random choice: the same seed gives the same bits.' },
  batch: { name: 'Batch', help: 'Blocks of 128 tokens in a training step.' },
  rank: { name: 'Rank', help: 'Width of the adapter: how much it can change.' },
  loraAlpha: { name: 'Adapter scale', help: 'The adapter counts for this, divided by its rank.' },
  alpha: {
    name: 'α in v = b − α·ReLU(r − b)',
    help: 'How hard equation 1 pushes down what the text taught; 5 in the paper.',
  },
  reinforceSteps: { name: 'Steps', help: 'More steps: the reinforced model speaks more like the text.' },
  reinforceRate: { name: 'Learning rate', help: 'The largest; it warms up and then falls.' },
  unlearnSteps: { name: 'Steps', help: 'More steps: more is forgotten, and more may break.' },
  unlearnRate: { name: 'Learning rate', help: 'The largest; it warms up and then falls.' },
  retainShare: { name: 'Retain share (0 – 0.5)', help: 'Share of each batch that is true text to keep.' },
};
