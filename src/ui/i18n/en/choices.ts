/** Choosing settings: all at once by name, or one by one. */
export const choices = {
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
};
