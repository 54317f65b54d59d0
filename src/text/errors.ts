import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const textErrors = {
  'text/empty': (p: { what: string }): ErrorText => ({
    message: `There is too little text in ${p.what}`,
    hint: 'Use at least a few sentences.',
  }),
  'text/too-large': (p: { size: string; most: string }): ErrorText => ({
    message: `The text is too large: ${p.size}, and the limit is ${p.most}`,
    hint: 'Use part of it, such as a few chapters. Even a hundred pages take a long time.',
  }),
  'text/binary': (p: { name: string }): ErrorText => ({
    message: `${p.name} is not a text file`,
    hint: 'Save it as plain text (UTF-8) first; .docx and .pdf cannot be read.',
  }),
  'dictionary/invalid': (p: { where: string; expected: string; got: string }): ErrorText => ({
    message: `Dictionary, ${p.where}: expected ${p.expected}, got ${p.got}`,
    hint: 'Write {"term": "translation"} or {"term": ["one", "another"]}, or CSV with the columns term and translation.',
  }),
};

export const fail: Fail<ParamsOf<typeof textErrors>> = failWith(textErrors);
