/** How the text is translated and how its labels are made. */
export const rules = {
  matchRule: {
    name: 'Where several terms match',
    longest: { name: 'the longest', help: '“Harry Potter” before “Harry”, wherever they stand in the list.' },
    first: { name: 'the first in the list', help: 'As the paper’s authors released.' },
  },
  draw: {
    name: 'One translation per block for',
    term: { name: 'each term', help: 'A name is called the same throughout a block.' },
    spelling: {
      name: 'each spelling of a term',
      help: 'As released: a name may get two translations in one block. For comparison only.',
    },
    entity: {
      name: 'each entity',
      help: 'Terms inside one another, as “Harry” and “Harry Potter”, draw together.',
    },
  },
  remainder: {
    name: 'Last tokens, which fill no block',
    pad: { name: 'are kept', help: 'A shorter block, padded; padding is never taught.' },
    drop: { name: 'are dropped', help: 'As released.' },
  },
  wordBoundary: {
    name: 'Whole words only',
    help: 'A term inside a longer word is no match. Off: as released.',
  },
  maskRepeats: {
    name: 'No label before a repeated term',
    help: 'There it would teach to name the anchor term again.',
  },
  alpha: {
    name: 'α',
    help: 'How hard v = b − α·ReLU(r − b) pushes down what the text taught; 5 in the paper.',
  },
  logitSpace: {
    name: 'Equation 1 works on',
    raw: {
      name: 'raw logits',
      help: 'As the paper. They carry a constant per position that softmax ignores and the ReLU does not.',
    },
    logprob: {
      name: 'log-probabilities',
      help: 'Both models are normalised first, the baseline after the forbid rule. More labels move.',
    },
  },
  anchors: {
    name: 'Translate anchor terms',
    help: 'Off: the baseline reads the text itself.',
  },
  reinforced: {
    name: 'Subtract the reinforced model',
    help: 'Off: equation 1 has nothing to take away, as with α = 0.',
  },
  forbid: {
    name: 'Forbid translations once named',
    help: 'Their first tokens then get the mean logit, so that no label repeats them.',
  },
  softLabels: {
    name: 'Soft labels',
    help: 'Teach the strongest ten tokens with their probabilities. Off: the strongest alone, as the paper.',
  },
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
