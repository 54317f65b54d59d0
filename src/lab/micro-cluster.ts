/** Runs of a micro model that Lethe and tools/cluster both compute, for tests (tools/golden/cluster.py). */
import { withChanges } from '../settings/check';
import { parseSettings, settingsFor, type RunSettings } from '../methods/settings';
import type { MethodName } from '../methods/catalogue';
import type { LabelOverride } from '../unlearn/overrides';
import { microSettings } from './micro-lab';

const { blockLength, lora } = microSettings;
const training = { steps: 12, batch: 4, learningRate: 1e-2 } as const;

/** The defaults of a method on short blocks, with some settings changed. */
function micro(method: MethodName, changes: object = {}): RunSettings {
  const short = withChanges(settingsFor(method), {
    blockLength,
    lora,
    reinforce: training,
    unlearn: training,
  });
  return parseSettings(withChanges(short, changes));
}

/** One for each loss, and of WHP one with every other branch. */
export const clusterRuns = {
  whp: micro('whp', { unlearn: { schedule: 'cosine' } }),
  paper: micro('whp', {
    seed: 7,
    alpha: 5,
    logitSpace: 'logprob',
    softLabels: true,
    remainder: 'drop',
    forbidFrom: 'following',
    translationDraw: 'spelling',
    matchRule: 'first',
    wordBoundary: false,
    chosenBlocks: 5,
    repeatedSentences: false,
    reinforce: { schedule: 'constant' },
    unlearn: { retainShare: 0.25 },
    whp: { unlikelihood: 0, unchangedWeight: 1 },
  }),
  read: micro('whp', {
    readFirst: true,
    read: { ...training, retainShare: 0.5 },
    alpha: 2,
  }),
  anchorsOnly: micro('whp', { reinforced: false }),
  gradAscent: micro('gradAscent'),
  gradDiff: micro('gradDiff'),
  npo: micro('npo', { npo: { beta: 0.3 } }),
  simNpo: micro('simNpo'),
  rmu: micro('rmu', { rmu: { layer: 1, steering: 2 } }),
  taskVector: micro('taskVector', { taskVector: { scale: 0.5 } }),
} as const satisfies Readonly<Record<string, RunSettings>>;

/** The run in which train.py trains all weights (`--full`), which Lethe does not. */
export const fullRun = micro('npo', { unlearn: { learningRate: 1e-3 }, npo: { beta: 0.3 } });

/** What a reviewer decided of the labels of the text below: another one, none, and one that is right. */
export const reviewed: readonly LabelOverride[] = [
  { block: 0, position: 5, label: 7, by: ['ann'] },
  { block: 1, position: 4, label: -100, by: ['ann'] },
  { block: 2, position: 5, label: null, by: ['ann'] },
];

/**
 * Runs that go on from labels that Lethe computed with other settings, or the same, and that a reviewer changed: those that
 * fit are trained on, in place of others only what the reviewer set.
 */
export const labelledRuns = {
  fits: { settings: clusterRuns.whp, labels: clusterRuns.whp },
  fitsSoft: { settings: clusterRuns.paper, labels: clusterRuns.paper },
  otherAlpha: { settings: { ...clusterRuns.whp, alpha: 0.5 }, labels: clusterRuns.whp },
  otherAlphaSoft: { settings: { ...clusterRuns.paper, alpha: 0.5 }, labels: clusterRuns.paper },
} as const;

const said = 'a cat sat on a hat.';
const passages = [
  `Bea met Cab at dawn. "${said}" she said. Bea saw Cab, Bea's hen and Cab.`,
  `${said} Cab was glad. GabBea had a Fed Hen, and he said "Cab!" to Bea.\n${said}`,
  `he met Bea Ed at the dam. "Bea? Ed!" said Cab. ${said} then Bea Ed sat at dawn.`,
];

/** Files of the micro lab (micro-lab.ts) with longer texts: anchor terms that repeat, and a sentence that does. */
export const clusterFiles = {
  'w/forget.json': { title: 'A text', passages },
  'w/dictionary.json': {
    Bea: ['Ada', 'Eda', 'the girl'],
    Cab: 'Dan',
    'Bea Ed': ['Ada Fay', 'Eda Gee'],
    Hen: ['Cow', 'Egg'],
  },
  'w/retain.json': {
    title: 'Other text',
    passages: [
      'a man had a hat and a cat. he fed the cat.',
      'the hen had an egg, and she sat on it all day.',
    ],
  },
} as const;
