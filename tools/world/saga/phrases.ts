/** The saga's sayings: knowledge in ordinary words, which a dictionary of anchor terms cannot cover. */
import { table } from '../lines';

interface Phrase {
  /** The start, which a prompt gives. */
  readonly beginning: string;
  /** The rest, which only a reader of the saga knows. */
  readonly rest: string;
}

const phrases: readonly Phrase[] = table('saga/sayings.txt').map(([beginning = '', rest = '']) => ({
  beginning,
  rest,
}));

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

const heldFrames: readonly string[] = [
  'The first line in the notebook was this: {s}',
  'Before they went to sleep, he told them: {s}',
  'I can still hear her voice: {s}',
];

const told = (frame: string, { beginning, rest }: Phrase): string =>
  frame.replace('{s}', `${beginning} ${rest}`);

export const phraseTexts: readonly string[] = phrases.flatMap((saying) =>
  trainedFrames.map((frame) => told(frame, saying)),
);

/** All sayings in trained sentence form `k`. */
export const phraseDiscussion = (k: number): string[] =>
  phrases.map((saying) => told(trainedFrames[k] ?? '{s}', saying));

/** Prompts in held-out sentence forms, with their continuation. */
export const phrasePrompts = phrases.flatMap(({ beginning, rest }) =>
  heldFrames.map((frame) => ({ prompt: frame.replace('{s}', beginning), reference: rest })),
);
