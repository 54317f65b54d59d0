import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const fileErrors = {
  'file/missing': (p: { path: string; status: string }): ErrorText => ({
    message: `Cannot read ${p.path} (${p.status})`,
    hint: 'Check your connection and that the folder is complete, then try again.',
  }),
  'file/part-missing': (p: { reason: string }): ErrorText => ({
    message: `A part of the page could not be fetched (${p.reason})`,
    hint: 'Check your connection, then try again.',
  }),
  'file/invalid': (p: { path: string; expected: string; got: string }): ErrorText => ({
    message: `${p.path}: expected ${p.expected}, got ${p.got}`,
    hint: 'The file is damaged or of another kind. Get a fresh copy, or choose another file.',
  }),
};

export const fail: Fail<ParamsOf<typeof fileErrors>> = failWith(fileErrors);
