/** A language model says whether labels are correct continuations. It is a suggestion; people decide. */
import type { LanguageItem, Verdict } from '../../review/tasks/language';
import type { Answerer } from '../answerer';
import type { Prompt } from '../template';
import { opinionsOn, type JudgingEvent, type Opinions } from './opinions';
import { readLanguageVerdict } from './read-verdict';

export function judgeLanguage(
  items: readonly Pick<LanguageItem, 'id' | 'data'>[],
  answerer: Answerer,
  settings: { readonly prompt: Prompt; readonly seed: number },
  signal: AbortSignal,
): AsyncGenerator<JudgingEvent, Opinions<Verdict>> {
  const asked = items.map(({ id, data: { prompt, completion } }) => ({ id, values: { prompt, completion } }));
  return opinionsOn(asked, answerer, { ...settings, read: readLanguageVerdict }, signal);
}
