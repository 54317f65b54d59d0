/** The method variant that the rules select, and the effect of another α on the labels. */
export const rules = {
  variant: 'Variant',
  variants: {
    paper: { name: 'paper', help: 'anchor terms and the reinforced model.' },
    'anchors-only': { name: 'anchors-only', help: 'the dictionary alone, without a reinforced model.' },
    'reinforced-only': {
      name: 'reinforced-only',
      help: 'equation 1 on the text itself, without a dictionary.',
    },
    neither: {
      name: 'neither',
      help: 'the baseline’s own predictions on the text itself; nothing should be forgotten.',
    },
  },
  alphas: {
    title: 'Compare values of α',
    list: 'Values of α',
    changed: 'Labels that differ from the text',
    moved: 'Moved by equation 1',
    show: 'Show',
    shown: 'shown',
  },
};
