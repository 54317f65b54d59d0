/** Choosing settings: all at once by name, or one by one. */
export const choices = {
  preset: 'Preset',
  presets: { focused: 'focused', retain: 'paper + retain', paper: 'paper', ownText: 'own text' },
  presetHelp: {
    focused:
      'Forgets more with a fifth of the training. Differs from the preset “paper” in seven ways: half of each batch is text to keep; only the {{blocks}} blocks that hold most of the knowledge are trained on; sentences that the text repeats are forgotten too; their true tokens, and those of anchor terms, are also pushed down (unlikelihood); labels that change nothing count less; α is {{alpha}}, not {{paperAlpha}}; translations are forbidden as labels one prediction earlier.',
    retain:
      'Differs from the preset “paper” in three ways: unlearning mixes in text to keep; α is {{alpha}}, not {{paperAlpha}}; translations are forbidden as labels one prediction earlier.',
    paper:
      'As in the paper: generic labels alone and α {{paperAlpha}}; as in its released code, translations are forbidden as labels from the next but one prediction on. Only an adapter is trained, not all weights. It forgets as much and damages more related knowledge.',
    ownText:
      'For a short text of your own: the model reads it first, in {{reading}} steps, and forgets it again. Otherwise as “focused”.',
  },
  changed: 'Changed by hand.',
  stillFree: 'You can still change every setting at its stage.',
  range: '{{least}} to {{most}}',
  more: 'More settings',
};
