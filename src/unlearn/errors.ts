import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const unlearnErrors = {
  'labels/none': (p: { blocks: string }): ErrorText => ({
    message: `None of the ${p.blocks} blocks has a label to train on`,
    hint: 'Check the dictionary: it may replace every word of the text.',
  }),
};

export const fail: Fail<ParamsOf<typeof unlearnErrors>> = failWith(unlearnErrors);
