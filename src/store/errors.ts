import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const storeErrors = {
  'store/failed': (p: { reason: string }): ErrorText => ({
    message: `The browser could not save this: ${p.reason}`,
    hint: 'It is kept until you close the page. Free some space, or export the project.',
  }),
  'project/invalid': (p: { file: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file}: expected ${p.expected}, got ${p.got}`,
    hint: 'Choose a project file that Lethe exported. Your projects were not changed.',
  }),
  'project/elsewhere': (p: { name: string }): ErrorText => ({
    message: `“${p.name}” is open in another tab`,
    hint: 'Close that tab first.',
  }),
};

export const fail: Fail<ParamsOf<typeof storeErrors>> = failWith(storeErrors);
