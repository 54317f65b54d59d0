/** The parts of the page that a lesson can leave out. */
import { stageNames } from '../stage-names';

export const pagePartNames = [...stageNames, 'ask'] as const;
export type PagePartName = (typeof pagePartNames)[number];
