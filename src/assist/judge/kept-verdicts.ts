/** What a language model said of labels, as it is kept beside people’s decisions. */
import { v } from '../../base/schema';
import { verdicts, type Verdict } from '../../review/tasks/language';
import type { Opinions } from './opinions';
import type { Opinion } from './read-verdict';

export interface Verdicts {
  /** The model. */
  readonly by: string;
  /** By item. */
  readonly given: ReadonlyMap<string, Opinion<Verdict>>;
}

const schema = v.object({
  by: v.string(),
  given: v.array(v.tuple([v.string(), v.object({ value: v.picklist(verdicts), reason: v.string() })])),
});

type SavedVerdicts = v.InferOutput<typeof schema>;

/** Plain data for a database. */
export const saveVerdicts = ({ by, given }: Verdicts): SavedVerdicts => ({ by, given: [...given] });

/** null for anything else. */
export function savedVerdicts(value: unknown): Verdicts | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? { by: parsed.output.by, given: new Map(parsed.output.given) } : null;
}

/** New opinions; those of before stay where the same model said nothing new. */
export function withVerdicts(
  before: Verdicts | null,
  { by, given }: Pick<Opinions<Verdict>, 'by' | 'given'>,
): Verdicts {
  return { by, given: new Map([...(before?.by === by ? before.given : []), ...given]) };
}
