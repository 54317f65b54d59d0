import { stageNames, type StageName } from './stage';

/** What people read for each stage, in English. */
export const stageTitles = {
  read: 'Read',
  reinforce: 'Reinforce',
  label: 'Labels',
  unlearn: 'Unlearn',
  evaluate: 'Evaluate',
} as const satisfies Record<StageName, string>;

/** The title of a stage; any other name is returned as it is. @default titles: English */
export function stageTitle(name: string, titles: Readonly<Record<StageName, string>> = stageTitles): string {
  const stage = stageNames.find((known) => known === name);
  return stage ? titles[stage] : name;
}
