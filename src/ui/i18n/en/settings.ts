/** Every setting of a run by its name, and one line of help for each. */
import type { SettingTexts } from '../setting-texts';

const learningRate = { name: 'Learning rate', help: 'The peak rate, reached at the first step.' };
const batch = { name: 'Batch', help: 'Blocks per training step.' };
const schedule = {
  name: 'Schedule',
  help: 'How the learning rate changes over the steps.',
  options: {
    linear: { name: 'linear', help: 'Falls evenly to zero.' },
    cosine: { name: 'cosine', help: 'Falls along half a cosine: slowly, fast, slowly.' },
    constant: { name: 'constant', help: 'Does not change.' },
  },
};

export const settings = {
  method: { name: 'Method', help: 'How the model unlearns the text.' },
  seed: { name: 'Seed', help: 'Fixes every random choice: the same seed gives identical results.' },
  plan: {
    name: 'Plan',
    help: 'How the model is run. Results differ only in their last digits.',
    options: {
      auto: {
        name: 'Auto (by memory)',
        help: 'The whole model if it takes at most 2 GB, else layer by layer.',
      },
      whole: { name: 'Whole model', help: 'One graph for all layers: faster, and takes more memory.' },
      layered: {
        name: 'Layer by layer',
        help: 'One graph serves every layer in turn: takes less memory and more time. RMU cannot use it.',
      },
    },
  },
  weightBits: {
    name: 'Frozen weights',
    help: 'Bits of each weight of the loaded model. Fewer take less memory and change what it knows; adapters stay in 32 bits.',
    options: {
      32: { name: '32 bits', help: 'As loaded.' },
      16: {
        name: '16 bits',
        help: 'Half the memory; the same where the file has 16 bits. Of graphics cards, not all can.',
      },
      8: { name: '8 bits', help: 'About a third of the memory; hardly any difference.' },
      4: { name: '4 bits', help: 'About a fifth of the memory; compare the perplexity before training.' },
    },
  },
  blockLength: { name: 'Block length', help: 'Tokens per block, the unit of training and labelling.' },
  remainder: {
    name: 'Last, incomplete block',
    help: 'The text is cut into blocks of equal length; the last one is usually shorter.',
    options: {
      pad: { name: 'pad', help: 'Kept and padded; padding is never a target.' },
      drop: { name: 'drop', help: 'Left out, as in the authors’ code.' },
    },
  },
  loraRank: { name: 'Rank', help: 'LoRA rank: the width of the adapter, and so how much it can change.' },
  loraLoraAlpha: {
    name: 'LoRA alpha',
    help: 'The adapter’s update is scaled by this value divided by the rank.',
  },
  loraTargets: { name: 'Adapted layers', help: 'The projections that get an adapter.' },
  readFirst: {
    name: 'Let it read your text first',
    help: 'Trains the model on the text until it knows it; the result is the baseline for everything after. Off: there may be nothing to forget.',
  },
  readSteps: {
    name: 'Steps',
    help: 'With more steps the model knows the text better. A long text needs more.',
  },
  readBatch: batch,
  readLearningRate: learningRate,
  readSchedule: schedule,
  readRetainShare: {
    name: 'Retain share',
    help: 'Share of each batch taken from the retain text, so that reading costs the model nothing else.',
  },
  reinforceSteps: { name: 'Steps', help: 'With more steps the reinforced model sounds more like the text.' },
  reinforceBatch: batch,
  reinforceLearningRate: learningRate,
  reinforceSchedule: schedule,
  alpha: {
    name: 'α in v = b − α·ReLU(r − b)',
    help: 'How strongly equation 1 suppresses what the text taught. The paper uses 5.',
  },
  logitSpace: {
    name: 'Space of equation 1',
    help: 'The values that equation 1 subtracts.',
    options: {
      raw: {
        name: 'raw logits',
        help: 'As in the paper. Each position carries a constant that softmax ignores but the ReLU does not.',
      },
      logprob: {
        name: 'log-probabilities',
        help: 'Both models are normalised first, the baseline after the forbid rule. Equation 1 then moves more labels.',
      },
    },
  },
  reinforced: {
    name: 'Subtract the reinforced model',
    help: 'Off: equation 1 subtracts nothing, as with α = 0.',
  },
  anchors: { name: 'Translate anchor terms', help: 'Off: the baseline reads the text itself.' },
  matchRule: {
    name: 'If several terms match',
    help: 'Which of them is translated.',
    options: {
      longest: {
        name: 'the longest',
        help: '“Harry Potter” wins over “Harry”, in any order of the list.',
      },
      first: { name: 'the first in the list', help: 'As in the authors’ code.' },
    },
  },
  wordBoundary: {
    name: 'Whole words only',
    help: 'A term inside a longer word does not match. Off: as in the authors’ code.',
  },
  translationDraw: {
    name: 'Draw a translation once per block for',
    help: 'If a term has several translations, one is drawn at random.',
    options: {
      term: { name: 'each term', help: 'A name keeps its translation throughout a block.' },
      spelling: {
        name: 'each spelling of a term',
        help: 'As in the authors’ code: one name can get two translations in a block. For comparison only.',
      },
      entity: {
        name: 'each entity',
        help: 'Terms that contain one another, such as “Harry” and “Harry Potter”, are drawn together.',
      },
    },
  },
  maskRepeats: {
    name: 'No label before a repeated term',
    help: 'A label there would teach the model to repeat the anchor term.',
  },
  forbid: {
    name: 'Forbid translations already used',
    help: 'Their first tokens get the mean logit from then on, so that no label repeats them.',
  },
  forbidFrom: {
    name: 'Forbidden from',
    help: 'Counted from the position of the translation’s first token.',
    options: {
      emitted: {
        name: 'the next prediction',
        help: 'No label right after a translation repeats its first token.',
      },
      following: {
        name: 'the prediction after next',
        help: 'As in the authors’ code and the preset “paper”. A few labels right after a translation repeat it.',
      },
    },
  },
  repeatedSentences: {
    name: 'Forget repeated sentences',
    help: 'Also forget sentences that the text repeats word for word and that hold no anchor term.',
  },
  chosenBlocks: {
    name: 'Blocks',
    help: 'How many blocks are labelled and trained on; those with the most anchor terms and repeated sentences come first.',
  },
  softLabels: {
    name: 'Soft labels',
    help: 'Train on the ten most probable tokens with their probabilities. Off: on the most probable one, as in the paper.',
  },
  unlearnSteps: { name: 'Steps', help: 'With more steps more is forgotten, and more may break.' },
  unlearnBatch: batch,
  unlearnLearningRate: learningRate,
  unlearnSchedule: schedule,
  unlearnRetainShare: { name: 'Retain share', help: 'Share of each batch taken from the retain text.' },
} satisfies SettingTexts;
