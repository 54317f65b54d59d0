/** The title of a group of items. Names from the data set, such as those of its tasks, are shown unchanged. */
import { number, t } from '../../i18n/i18n.svelte';

const known = {
  generic: 'generic',
  share: 'share',
  retained: 'retained',
  'held out': 'heldOut',
  shared: 'shared',
  own: 'own',
  facts: 'facts',
  sayings: 'sayings',
  saga: 'saga',
  neighbour: 'neighbour',
  everyday: 'everyday',
  'any wording': 'anyWording',
  tasks: 'tasks',
  'probability of the neighbour': 'neighbourProbability',
  '1 / perplexity': 'inversePerplexity',
} as const;

const isKnown = (group: string): group is keyof typeof known => Object.hasOwn(known, group);

export function groupName(group: string): string {
  const level = /^subtlety (\d+)$/.exec(group)?.[1];
  if (level !== undefined) return t('report.subtlety', { level: number(Number(level)) });
  return isKnown(group) ? t(`report.parts.${known[group]}`) : group;
}
