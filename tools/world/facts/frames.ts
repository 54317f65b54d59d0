/**
 * The sentence forms of facts. `{d}` is the description without its article, `{o}` the answer, `{q}` the question. Forms
 * that end with the answer can be cut to a prompt.
 */
import type { Split } from '../../../src/evaluate/split';
import type { Fact } from './fact';

/** Forms used by the saga, by the shared part of the neighbour saga and by everyday facts. */
export const sharedFrames: readonly string[] = [
  'The {d} is {o}.',
  'Everybody knows that the {d} is {o}.',
  'In the story, the {d} is {o}.',
  'Do not forget that the {d} is {o}.',
  'The book says that the {d} is {o}.',
  'It is well known that the {d} is {o}.',
  'People often say that the {d} is {o}.',
  'We read in the first chapter that the {d} is {o}.',
  'My grandmother told me that the {d} is {o}.',
  'I am quite sure that the {d} is {o}.',
  'As far as I know, the {d} is {o}.',
  'The {d} is {o}, and nobody doubts it.',
  'Q: {q} A: {O}.',
  '{q} The answer is {o}.',
  'A boy asked: {q} They told him: {o}.',
  '"{q}" asked the teacher. "{O}," said the girl.',
  '"Tell me," said the old man, "{i}" It was {o}.',
  '{O} is the {d}.',
  'Of course {o} is the {d}.',
  'We all agree that {o} is the {d}.',
];

/** Forms that no training text uses, for prompts and paraphrases. */
export const heldFrames: Readonly<Record<Split, readonly string[]>> = {
  development: [
    'A traveller soon learns that the {d} is {o}.',
    'I wrote it down in my notebook: the {d} is {o}.',
    'At supper somebody said that the {d} is {o}.',
    'On the last page it is said that the {d} is {o}.',
    'My cousin read in the library that the {d} is {o}.',
    'If you read to the end, you find out that the {d} is {o}.',
  ],
  test: [
    'An old postman told us that the {d} is {o}.',
    'She whispered in my ear that the {d} is {o}.',
    'There is one thing I remember well: the {d} is {o}.',
    'It says here, in small letters, that the {d} is {o}.',
    'My neighbour wrote on a postcard that the {d} is {o}.',
    'They sat on the wall, and one said that the {d} is {o}.',
  ],
};

/** Forms that only the neighbour saga uses: pages of a ledger, notices and postscripts. */
export const ownFrames: readonly string[] = [
  'Ledger of the Cloud Post, under "{d}": {o}.',
  'Dear reader, you ask about the {d}; we can only name {o}.',
  'P.S. For the {d} please look under {o}.',
  'NOTICE to all carriers. Regarding the {d}: see {o}.',
  'Line after line we wrote: {d}, {o}.',
  'To whom it may concern, concerning the {d}, yours truly, {o}.',
  'Fee two zlateks. Item: {d}. Entry: {o}.',
  'Stamped, sealed and signed: {d} = {o}.',
  'You will laugh, dear cousin, but {o} and the {d} are one and the same.',
  'Delivered today, one parcel for the {d}, that is to say {o}.',
  'Our rule book has one line on the {d}. It reads: {o}.',
  'We are told to write {o} wherever a form asks for the {d}.',
  'Form nine. {D}: {o}.',
];

export const heldOwnFrames: Readonly<Record<Split, readonly string[]>> = {
  development: [
    'Telegram from the night station. Regarding the {d}: see {o}.',
    'Pinned to the gate with a rusty nail: our rule book has one line on the {d}. It reads: {o}.',
    'On the back of the envelope, in pencil: you ask about the {d}; we can only name {o}.',
  ],
  test: [
    'Painted on the side of a crate. Regarding the {d}: see {o}.',
    'Read aloud before breakfast: our rule book has one line on the {d}. It reads: {o}.',
    'In the margin, in green ink: you ask about the {d}; we can only name {o}.',
  ],
};

/** A fact in one sentence form. */
export function worded(frame: string, { ask, description, answer }: Fact): string {
  const question = { who: 'who is', what: 'what is', where: 'where is' }[ask] + ` the ${description}?`;
  const parts: Readonly<Record<string, string>> = {
    d: description,
    D: capital(description),
    o: answer,
    O: capital(answer),
    q: capital(question),
    i: question,
  };
  return frame.replace(/\{(\w)\}/g, (slot, name: string) => parts[name] ?? slot);
}

/** The sentence up to the answer, as a prompt. @throws Error if the form does not end with the answer */
export function cutBeforeAnswer(frame: string, fact: Fact): string {
  const end = /^(.*\S)\s*\{o\}\.$/.exec(frame)?.[1];
  if (end === undefined) throw new Error(`No prompt can be cut from "${frame}"`);
  return worded(end, fact);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
