/** The last good state of a training that went astray becomes its result. */
import { fail } from '../base/errors';
import type { TrainedStage } from '../store/run';
import type { JobStream } from './events';
import type { Workspace } from './workspace';

/** @throws LetheError stage/order if there is none of this stage */
export async function* rescue(workspace: Workspace, stage: TrainedStage): JobStream<void> {
  const waiting = workspace.rescued;
  if (waiting?.stage !== stage) return fail('stage/order', { stage: 'rescue', needs: stage });
  yield { kind: 'note', text: 'compiling' };
  await waiting.take();
  workspace.rescued = null;
}
