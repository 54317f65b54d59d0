import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const textErrors = {
  'text/empty': (p: { what: string }): ErrorText => ({
    message: `There is too little text in ${p.what}`,
    hint: 'Use at least a few sentences.',
  }),
  'text/block-too-long': (p: { tokens: string; most: string }): ErrorText => ({
    message: `Blocks of ${p.tokens} tokens are longer than the ${p.most} that the model takes`,
    hint: `Set the block length to ${p.most} or less.`,
  }),
  'text/too-large': (p: { size: string; most: string }): ErrorText => ({
    message: `The text is too large: ${p.size}, and the limit is ${p.most}`,
    hint: 'Use part of it, such as a few chapters. Even a hundred pages take a long time.',
  }),
  'text/binary': (p: { name: string }): ErrorText => ({
    message: `${p.name} is not a text file`,
    hint: 'Choose a text: plain text, Markdown, HTML, JSON or JSONL.',
  }),
  'text/foreign': (p: { name: string; format: string }): ErrorText => ({
    message: `${p.name} is a ${p.format} file, not plain text`,
    hint: 'Open it in the program that made it, save it as plain text (.txt), and open that here.',
  }),
  'text/not-written': (p: { tokens: string; characters: string }): ErrorText => ({
    message: `The model cannot write this text: its tokenizer takes ${p.tokens} tokens for ${p.characters} characters`,
    hint: 'Use a text in a language that the model knows. The shipped models know simple English only.',
  }),
  'dictionary/invalid': (p: { where: string; expected: string; got: string }): ErrorText => ({
    message: `Dictionary, ${p.where}: expected ${p.expected}, got ${p.got}`,
    hint: 'Write {"term": "translation"} or {"term": ["one", "another"]}, or CSV with the columns term and translation.',
  }),
};

export const fail: Fail<ParamsOf<typeof textErrors>> = failWith(textErrors);
