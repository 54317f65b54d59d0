/** The result of a review for the run. */
import type { JudgeGrades } from '../../evaluate/judge-grades';
import type { ReviewedDictionary } from '../../review/anchors/dictionary';
import type { HumanInput } from '../../review/human-input';
import type { LabelOverride } from '../../unlearn/overrides';

/** `human` is its record in the run’s report; null without decisions. `judge`: grades of a language model; null: none */
export type ReviewOutcome = { readonly human: HumanInput | null } & (
  | { readonly task: 'anchors'; readonly dictionary: ReviewedDictionary }
  | { readonly task: 'language'; readonly overrides: readonly LabelOverride[] }
  | { readonly task: 'evaluation'; readonly judge: JudgeGrades | null }
);
