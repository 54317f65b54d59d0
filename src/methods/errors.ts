import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const settingsErrors = {
  'settings/invalid': (p: { field: string; expected: string; got: string }): ErrorText => ({
    message: `Setting "${p.field}": expected ${p.expected}, got ${p.got}`,
    hint: 'Correct the setting and run again. Nothing was changed.',
  }),
  'settings/file': (p: { path: string; field: string; expected: string; got: string }): ErrorText => ({
    message: `${p.path}: "${p.field}": expected ${p.expected}, got ${p.got}`,
    hint: 'Correct the file and run again. Nothing was run.',
  }),
};

export const fail: Fail<ParamsOf<typeof settingsErrors>> = failWith(settingsErrors);
