/** What a review hands to the run. */
import type { ReviewedDictionary } from '../../review/anchors/dictionary';
import type { HumanFamiliarity } from '../../review/evaluation/familiarity';
import type { HumanInput } from '../../review/human-input';
import type { LabelOverride } from '../../unlearn/overrides';

/** `human` is what the run’s report says about it; null if nobody decided anything. */
export type ReviewOutcome = { readonly human: HumanInput | null } & (
  | { readonly task: 'anchors'; readonly dictionary: ReviewedDictionary }
  | { readonly task: 'language'; readonly overrides: readonly LabelOverride[] }
  | { readonly task: 'evaluation'; readonly familiarity: readonly HumanFamiliarity[] }
);
