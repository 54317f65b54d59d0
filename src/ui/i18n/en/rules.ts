/** The method variant that the rules select, and the effect of another α on the labels. */
export const rules = {
  variant: 'What runs is called',
  variants: {
    paper: { name: 'paper', help: 'anchor terms and a reinforced model.' },
    'anchors-only': { name: 'anchors-only', help: 'the dictionary alone, without a reinforced model.' },
    'reinforced-only': {
      name: 'reinforced-only',
      help: 'equation 1 on the text itself, without a dictionary.',
    },
    neither: {
      name: 'neither',
      help: 'the baseline’s own choices on the text itself; nothing should be forgotten.',
    },
  },
  alphas: {
    title: 'Several α at once',
    list: 'Values of α',
    changed: 'Labels that differ from the text',
    moved: 'Moved by equation 1',
    show: 'Show',
    shown: 'shown',
  },
};
