/** The seven screens of the page. Those of pipeline stages show the result of the stage. */
import { stageNames, type StageName } from '../../pipeline/stage';

export const screenNames = ['text', 'anchors', ...stageNames, 'review'] as const;
export type ScreenName = (typeof screenNames)[number];

export function isStage(name: ScreenName): name is StageName {
  return stageNames.some((one) => one === name);
}
