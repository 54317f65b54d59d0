/** The prompts of assistants as the user edited them, kept in this browser until they are restored. */
import { tryJson } from '../../../base/json';
import { v } from '../../../base/schema';
import type { Prompt } from '../../../assist/template';
import { forgetPreference, readPreference, writePreference } from '../../browser/preferences/storage';

/** Whose prompts. */
export type PromptKind = 'drafter' | 'judge' | 'labels';

const nameOf = (kind: PromptKind): string => `prompts-${kind}`;

const schema = v.array(v.object({ system: v.string(), question: v.string() }));

/** null: they were not edited, or another version kept as many as it had. */
export function keptPrompts(kind: PromptKind, { length }: readonly Prompt[]): readonly Prompt[] | null {
  const found = tryJson(readPreference(nameOf(kind)) ?? 'null');
  const parsed = v.safeParse(schema, 'value' in found ? found.value : null);
  return parsed.success && parsed.output.length === length ? parsed.output : null;
}

/** `prompts`: null to forget them */
export function keepPrompts(kind: PromptKind, prompts: readonly Prompt[] | null): void {
  if (prompts) writePreference(nameOf(kind), JSON.stringify(prompts));
  else forgetPreference(nameOf(kind));
}
