/** What is said of the reviews of a run, as it is kept for the next visit and in projects. */
import { v } from '../base/schema';
import { humanShape } from '../evaluate/human-shape';
import { aggregationNames } from './aggregate/names';

/** In a report the method is any text: other programs and later versions may have their own. */
export const keptHumanInput = v.object({ ...humanShape.entries, method: v.picklist(aggregationNames) });
