/** Texts whose translations Lethe and tools/cluster both compute, for tests (tools/golden/cluster.py). */
import { pick, prng } from '../base/prng';
import { diskSource } from '../files/disk-source';
import { preset } from '../methods/presets';
import { defaultSettings, parseSettings, type RunSettings } from '../methods/settings';
import { withChanges } from '../settings/check';
import { createDictionary } from '../text/dictionary';
import { loadDataset, type Dataset } from './dataset';

const terms = [
  'Bea',
  'Be',
  'Bea Lorn',
  'Lorn',
  "Lorn's inn",
  'Zoë',
  '马力',
  'Moss-bury',
  'Mossbury',
  'Abe Lorn Bea',
];
const generics = ['Ann', 'Jo', 'the old cook', 'Maximilian', 'X', '他', 'Mary Ann'];
const joints = [
  '',
  ' ',
  ' ',
  ' ',
  ', ',
  '.',
  '\n',
  '\r\n',
  '\n\n',
  ' "',
  '“',
  '(',
  '’s ',
  ' and ',
  '—',
  '湖',
  '\u00a0',
  '-',
  '\u00ad',
];
const words = [
  'a',
  'quiet',
  'day',
  '7',
  '😀',
  'Moss-\nbury',
  'Zoe\u0308',
  'Ｂｅａ',
  'Be\u00ada',
  'Bea  Lorn',
  'Lorn’s\ninn',
];

/** Terms in difficult surroundings: joined to other text, wrapped, written in other characters. */
function difficult(text: Dataset): Dataset {
  const random = prng(5);
  const passage = (): string =>
    Array.from({ length: 300 }, () => pick(random, joints) + pick(random, [...terms, ...words])).join('');
  const dictionary = createDictionary(
    terms.map((term, i) => ({ term, value: generics.slice(i % 4, (i % 4) + 1 + (i % 3)), where: term })),
  );
  return { ...text, forget: { title: 'Terms', passages: [passage(), passage()] }, dictionary };
}

const changed = (changes: object): RunSettings => parseSettings(withChanges(defaultSettings, changes));

export interface ClusterText {
  readonly dataset: Dataset;
  readonly settings: RunSettings;
}

/** By name: the shipped world and the difficult text, each by several rules. */
export async function clusterTexts(): Promise<Readonly<Record<string, ClusterText>>> {
  const world = await loadDataset(diskSource('public'), 'worlds/marrowmere');
  const hard = difficult(world);
  return {
    world: { dataset: world, settings: defaultSettings },
    worldPaper: { dataset: world, settings: preset('paper') },
    worldEntity: { dataset: world, settings: changed({ translationDraw: 'entity', seed: 3 }) },
    hard: { dataset: hard, settings: changed({ blockLength: 64, translationDraw: 'spelling' }) },
    hardFirst: { dataset: hard, settings: changed({ blockLength: 48, matchRule: 'first', seed: 9 }) },
    hardInside: {
      dataset: hard,
      settings: changed({
        wordBoundary: false,
        maskRepeats: false,
        forbidFrom: 'following',
        translationDraw: 'entity',
      }),
    },
    hardPlain: { dataset: hard, settings: changed({ anchors: false, forbid: false, remainder: 'drop' }) },
  };
}
