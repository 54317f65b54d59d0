/** Every setting of a run by its name, and one line of help for each. */
import type { SettingTexts } from '../setting-texts';

const learningRate = { name: 'Learning rate', help: 'The highest, at the first step.' };
const schedule = {
  name: 'Schedule',
  help: 'How the learning rate changes over the steps.',
  options: {
    linear: { name: 'linear', help: 'It falls evenly.' },
    cosine: { name: 'cosine', help: 'It falls slowly, then fast, then slowly.' },
    constant: { name: 'constant', help: 'It stays as it is.' },
  },
};

export const settings = {
  method: { name: 'Method', help: 'How the model unlearns the text.' },
  seed: { name: 'Seed', help: 'Decides every random choice: the same seed gives the same bits.' },
  blockLength: { name: 'Block length', help: 'Tokens in a block, the unit of training and labelling.' },
  remainder: {
    name: 'Last tokens, which fill no block',
    help: 'The text is cut into blocks of one length.',
    options: {
      pad: { name: 'are kept', help: 'A shorter block, padded; padding is never taught.' },
      drop: { name: 'are dropped', help: 'As released.' },
    },
  },
  loraRank: { name: 'Rank', help: 'Width of the adapter: how much it can change.' },
  loraLoraAlpha: { name: 'Adapter scale', help: 'The adapter counts for this, divided by its rank.' },
  loraTargets: { name: 'Adapted layers', help: 'The projections that the adapter changes.' },
  reinforceSteps: { name: 'Steps', help: 'More steps: the reinforced model speaks more like the text.' },
  reinforceBatch: { name: 'Batch', help: 'Blocks in a training step.' },
  reinforceLearningRate: learningRate,
  reinforceSchedule: schedule,
  alpha: {
    name: 'α in v = b − α·ReLU(r − b)',
    help: 'How hard equation 1 pushes down what the text taught; 5 in the paper.',
  },
  logitSpace: {
    name: 'Equation 1 works on',
    help: 'What it subtracts from what.',
    options: {
      raw: {
        name: 'raw logits',
        help: 'As the paper. They carry a constant per position that softmax ignores and the ReLU does not.',
      },
      logprob: {
        name: 'log-probabilities',
        help: 'Both models are normalised first, the baseline after the forbid rule. More labels move.',
      },
    },
  },
  reinforced: {
    name: 'Subtract the reinforced model',
    help: 'Off: equation 1 has nothing to take away, as with α = 0.',
  },
  anchors: { name: 'Translate anchor terms', help: 'Off: the baseline reads the text itself.' },
  matchRule: {
    name: 'Where several terms match',
    help: 'Only one of them is translated.',
    options: {
      longest: {
        name: 'the longest',
        help: '“Harry Potter” before “Harry”, wherever they stand in the list.',
      },
      first: { name: 'the first in the list', help: 'As the paper’s authors released.' },
    },
  },
  wordBoundary: {
    name: 'Whole words only',
    help: 'A term inside a longer word is no match. Off: as released.',
  },
  translationDraw: {
    name: 'One translation per block for',
    help: 'A term with several translations gets one of them at random.',
    options: {
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
  },
  maskRepeats: {
    name: 'No label before a repeated term',
    help: 'There it would teach to name the anchor term again.',
  },
  forbid: {
    name: 'Forbid translations once named',
    help: 'Their first tokens then get the mean logit, so that no label repeats them.',
  },
  forbidFrom: {
    name: 'Forbidden from',
    help: 'Counted from where the translation’s first token stands.',
    options: {
      emitted: {
        name: 'the next prediction',
        help: 'No label right after a translation repeats its first token.',
      },
      following: {
        name: 'the next but one prediction',
        help: 'As in the released code, and in the preset “paper”. A few labels right after a translation repeat it.',
      },
    },
  },
  repeatedSentences: {
    name: 'Forget repeated sentences',
    help: 'Whether sentences that the text repeats word for word are forgotten, too: no anchor term covers them.',
  },
  chosenBlocks: {
    name: 'Blocks',
    help: 'How many blocks are labelled and trained on: those with the most anchor terms and repeated sentences.',
  },
  softLabels: {
    name: 'Soft labels',
    help: 'Teach the strongest ten tokens with their probabilities. Off: the strongest alone, as the paper.',
  },
  unlearnSteps: { name: 'Steps', help: 'More steps: more is forgotten, and more may break.' },
  unlearnBatch: { name: 'Batch', help: 'Blocks in a training step.' },
  unlearnLearningRate: learningRate,
  unlearnSchedule: schedule,
  unlearnRetainShare: { name: 'Retain share', help: 'Share of each batch that is true text to keep.' },
} satisfies SettingTexts;
