import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const reviewErrors = {
  'review/unknown-item': (p: { item: string }): ErrorText => ({
    message: `Unknown item "${p.item}"`,
    hint: 'Import the tasks first, then the decisions about them.',
  }),
};

export const fail: Fail<ParamsOf<typeof reviewErrors>> = failWith(reviewErrors);
