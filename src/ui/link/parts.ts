/** The parts of the page that a lesson can leave out. */
import { stageNames } from '../stage-names';

export const partNames = [...stageNames, 'ask'] as const;
export type PartName = (typeof partNames)[number];
