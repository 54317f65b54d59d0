import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const storeErrors = {
  'store/failed': (p: { reason: string }): ErrorText => ({
    message: `The browser could not save this: ${p.reason}`,
    hint: 'It is kept until you close the page. Free some space, or export the project.',
  }),
  'model/no-room': (p: { needs: string; free: string }): ErrorText => ({
    message: `The model takes ${p.needs}, and the browser leaves this page ${p.free}`,
    hint: 'Delete a model that you no longer need, or free some space. Nothing was kept.',
  }),
  'model/not-kept': (p: { reason: string }): ErrorText => ({
    message: `The browser could not keep the model: ${p.reason}`,
    hint: 'Free some space, or allow this page to keep data, then open the model again.',
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
