import type { ErrorText } from '../base/errors';
import type { StageName } from '../pipeline/stage';
import { stageTitle } from '../pipeline/stage-titles';

/** A job or stage, and what must precede it: another stage, or a loaded model. */
export type StageOrder = { readonly stage: string; readonly needs: StageName | 'load' };

export const labErrors = {
  'stage/order': ({ stage, needs }: StageOrder): ErrorText => {
    const first = stageTitle(needs);
    if (needs === 'load') return { message: 'No model is loaded', hint: 'Load a model first.' };
    if (stage === 'save') {
      return { message: `There is nothing of ${first} to save yet`, hint: `Run ${first} first.` };
    }
    if (stage === 'rescue') {
      return { message: `${first} has no earlier state to take`, hint: `Run ${first} again.` };
    }
    return { message: `${stageTitle(stage)} needs the result of ${first}`, hint: `Run ${first} first.` };
  },
  'train/diverged': (p: { step: string; loss: string; gradient: string; good: string }): ErrorText => ({
    message: `Training diverged at step ${p.step} (loss ${p.loss}, gradient norm ${p.gradient})`,
    hint:
      p.good === ''
        ? 'Lower the learning rate and run the stage again.'
        : `Lower the learning rate and run the stage again, or take the state of step ${p.good}, the last good one.`,
  }),
  'run/other-texts': (): ErrorText => ({
    message: 'The texts of this run are not open, and no folder of this page has them',
    hint: 'Open the project or the text that it was made with, then try again.',
  }),
  // Thrown on the page's side, for every job of a lab whose thread has ended.
  'worker/silent': (p: { seconds: string }): ErrorText => ({
    message: `The background worker did not start within ${p.seconds} seconds`,
    hint: 'Check your connection, then try again.',
  }),
  'worker/vanished': (): ErrorText => ({
    message: 'The browser ended the background worker, perhaps for lack of memory',
    hint: 'Close other tabs or choose a smaller model, then load it again. What was saved is still there.',
  }),
  'worker/stopped': (p: { reason: string }): ErrorText => ({
    message: `The background worker stopped: ${p.reason}`,
    hint: 'It restarts automatically. Run the stage again.',
  }),
};
