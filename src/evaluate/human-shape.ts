/** What people decided in a run or about its completions: how much, who, and how far they agree. */
import { v } from '../base/schema';
import { peopleShape } from './judge-grades';

/** What people decide. */
export const humanTasks = ['anchors', 'language', 'evaluation'] as const;
export type HumanTask = (typeof humanTasks)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The decisions of one review that the run used, or that graded its completions. */
export const humanShape = v.object({
  task: v.picklist(humanTasks),
  /** of all annotators together */
  decisions: count,
  /** items with an answer, and how many of the answers differ from the computed ones */
  answered: count,
  changed: count,
  annotators: v.array(v.object({ annotator: v.string(), decisions: count })),
  /** how votes were aggregated into answers */
  method: v.string(),
  /** Krippendorff's alpha; null if no item was decided by two people */
  agreement: v.nullable(
    v.object({
      measure: v.picklist(['nominal', 'ordinal']),
      alpha: v.number(),
      reliability: v.picklist(['reliable', 'tentative', 'unreliable']),
    }),
  ),
  /** of an evaluation: what they said of its completions */
  grades: v.exactOptional(peopleShape),
});
