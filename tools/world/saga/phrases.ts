/** The saga's sayings: knowledge in ordinary words, which a dictionary of anchor terms cannot cover. */
import type { Split } from '../../../src/evaluate/split';
import { table } from '../lines';

interface Phrase {
  /** The start, which a prompt gives. */
  readonly beginning: string;
  /** The rest, which only a reader of the saga knows. */
  readonly rest: string;
}

const readPhrases = (path: string): readonly Phrase[] =>
  table(path).map(([beginning = '', rest = '']) => ({ beginning, rest }));

/** The same sayings, cut at another word. */
const cut: Readonly<Record<Split, readonly Phrase[]>> = {
  development: readPhrases('saga/sayings.txt'),
  test: readPhrases('saga/sayings-test.txt'),
};
const phrases = cut.development;

const trainedFrames: readonly string[] = [
  '{s}',
  'There is an old saying: {s}',
  'My uncle always says: {s}',
  'It was written over the door: {s}',
  'The children sang it all day long: {s}',
  'Somebody laughed and said: {s}',
  'What did the old man say? {s}',
  'She said it once more, very slowly: {s}',
];

const heldFrames: Readonly<Record<Split, readonly string[]>> = {
  development: [
    'The first line in the notebook was this: {s}',
    'Before they went to sleep, he told them: {s}',
    'I can still hear her voice: {s}',
  ],
  test: [
    'He thought of the old words: {s}',
    'Then everybody said it together: {s}',
    'Nobody had told them before: {s}',
  ],
};

const told = (frame: string, { beginning, rest }: Phrase): string =>
  frame.replace('{s}', `${beginning} ${rest}`);

export const phraseTexts: readonly string[] = phrases.flatMap((saying) =>
  trainedFrames.map((frame) => told(frame, saying)),
);

/** All sayings in trained sentence form `k`. */
export const phraseDiscussion = (k: number): string[] =>
  phrases.map((saying) => told(trainedFrames[k] ?? '{s}', saying));

/** Prompts in held-out sentence forms, with their continuation. */
export const phrasePrompts = (split: Split): { readonly prompt: string; readonly reference: string }[] =>
  cut[split].flatMap(({ beginning, rest }) =>
    heldFrames[split].map((frame) => ({ prompt: frame.replace('{s}', beginning), reference: rest })),
  );
