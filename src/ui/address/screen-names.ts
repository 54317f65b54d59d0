/** The seven screens of a run: six in the lab, and the review. Those of pipeline stages show the result of the stage. */
import { stageNames, type StageName } from '../../pipeline/stage';

export const labScreens = ['text', 'anchors', ...stageNames] as const;
export type LabScreen = (typeof labScreens)[number];

export const screenNames = [...labScreens, 'review'] as const;
export type ScreenName = (typeof screenNames)[number];

export function isStage(name: ScreenName): name is StageName {
  return stageNames.some((one) => one === name);
}
