import { familyTitles } from './families';
import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const llamaErrors = {
  'config/unsupported': (p: { file: string; field: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file}: ${p.field} must be ${p.expected}, got ${p.got}`,
    hint: `Choose another model. These run: ${familyTitles.join(', ')}.`,
  }),
  'plan/reads-hidden': (p: { objective: string }): ErrorText => ({
    message: `The objective "${p.objective}" reads hidden states, which the plan "layered" does not keep for the loss`,
    hint: 'Choose the plan "whole", a smaller model, or another method.',
  }),
};

export const fail: Fail<ParamsOf<typeof llamaErrors>> = failWith(llamaErrors);
