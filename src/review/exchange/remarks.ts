/** The rest of a decision besides its answer, as fields. */
import type { Decision } from '../review';
import type { ReasonCode } from '../task';
import { numberIn, textIn, type FormFields } from './form';

export type Remarks = Pick<Decision<unknown>, 'reason' | 'comment' | 'leadTime' | 'at'>;

/** Empty texts for missing values: doccano reads files with pandas, where null among numbers is NaN, which is no JSON. */
export function remarkFields({ reason, comment, leadTime, at }: Remarks): FormFields {
  return { reason: reason ?? '', comment, lead_time: leadTime ?? '', created_at: at ?? '' };
}

/** Reads remarks; missing values, and reasons that the task does not have, are left out. */
export function remarksIn(reasons: readonly ReasonCode[], fields: FormFields): Remarks {
  return {
    reason: reasons.find((reason) => reason === fields.reason) ?? null,
    comment: textIn(fields, 'comment') ?? '',
    leadTime: numberIn(fields, 'lead_time'),
    at: textIn(fields, 'created_at'),
  };
}
