import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const llamaErrors = {
  'config/unsupported': (p: { file: string; field: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file}: ${p.field} must be ${p.expected}, got ${p.got}`,
    hint: 'Choose a model of the Llama family.',
  }),
};

export const fail: Fail<ParamsOf<typeof llamaErrors>> = failWith(llamaErrors);
