import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const autodiffErrors = {
  'autodiff/no-rule': (p: { op: string }): ErrorText => ({
    message: `${p.op} has no gradient, but the loss depends on trained values through it`,
    hint: 'Give it a rule in autodiff/rules.ts, or keep it off the path to the loss.',
  }),
};

export const fail: Fail<ParamsOf<typeof autodiffErrors>> = failWith(autodiffErrors);
