/** What the frame of a screen says, in the page's language. At Unlearn, that is up to the method. */
import { methods, type MethodName } from '../../../methods/catalogue';
import { language, t } from '../../i18n/i18n.svelte';
import type { ScreenName } from '../../address/screen-names';

export interface StageWords {
  readonly purpose: string;
  readonly tryThis: string;
  readonly why: string;
  /** the heading of a passage in a paper, and the address of that paper */
  readonly passage: string;
  readonly source: string;
}

export function stageWords(screen: Exclude<ScreenName, 'unlearn'>): StageWords {
  return {
    purpose: t(`stages.${screen}.purpose`),
    tryThis: t(`stages.${screen}.tryThis`),
    why: t(`stages.${screen}.why`),
    passage: t(`stages.${screen}.passage`),
    source: methods.whp.source,
  };
}

export function unlearnWords(method: MethodName): StageWords {
  const { words, passage, source } = methods[method];
  return { ...words[language()].unlearn, passage, source };
}
