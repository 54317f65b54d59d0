/** The parts of the page that a lesson can leave out. */
import { screenNames } from './screen-names';

export const pagePartNames = [...screenNames, 'ask', 'see', 'how', 'runs'] as const;
export type PagePartName = (typeof pagePartNames)[number];
