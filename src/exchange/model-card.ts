/** README.md of a saved model or adapter: what was unlearned and how, with figures only where there are any. */
import { quoted } from '../base/errors';
import { methods } from '../methods/catalogue';
import type { RunSettings } from '../methods/settings';
import { usedLeaves } from '../methods/used-settings';
import { digits } from '../evaluate/report-tables';
import { valueAt } from '../settings/leaves';
import type { CardFigure } from './card-figures';
import { textFile, type ExportedFile } from './exported-file';
import type { BaseModel } from './peft-adapter';

export interface CardFacts {
  readonly base: BaseModel;
  /** the text that was to be forgotten */
  readonly forget: { readonly title: string; readonly hash: string; readonly passages: number };
  /** terms of the dictionary */
  readonly terms: number;
  /** of the run that made it */
  readonly settings: RunSettings;
  /** the name of a reinforced adapter that was made elsewhere; null: the run trained its own */
  readonly opened: string | null;
  /** none: nothing was measured, or not of this model */
  readonly figures: readonly CardFigure[];
}

/** What is saved. */
export type CardKind = 'reinforced' | 'unlearned' | 'merged';

export function cardFile(folder: string, kind: CardKind, facts: CardFacts): ExportedFile {
  return textFile(`${folder}/README.md`, modelCard(kind, facts));
}

export function modelCard(kind: CardKind, facts: CardFacts): string {
  return [frontMatter(kind), ...sections(kind, facts)].join('\n\n') + '\n';
}

function frontMatter(kind: CardKind): string {
  const library = kind === 'merged' ? 'transformers' : 'peft';
  const tags = ['lethe', kind === 'reinforced' ? 'reinforced' : 'unlearning'];
  return [
    '---',
    `library_name: ${library}`,
    'pipeline_tag: text-generation',
    'tags:',
    ...tags.map((tag) => `  - ${tag}`),
    '---',
  ].join('\n');
}

function sections(kind: CardKind, { base, forget, terms, settings, opened, figures }: CardFacts): string[] {
  const { words, source } = methods[settings.method];
  const baseline = settings.readFirst
    ? 'The model read the text first; that is part of what is saved here.'
    : '';
  return [
    `# ${titles[kind]}`,
    [openings[kind], baseline].filter((one) => one !== '').join(' '),
    [
      `- Base model: ${plain(base.name)}, weights ${base.hash}`,
      `- Text: ${plain(forget.title)}, ${forget.passages} ${forget.passages === 1 ? 'passage' : 'passages'}, hash ${forget.hash}`,
      `- Dictionary: ${terms} anchor terms`,
      `- Method: [${words.en.title}](${source}), as Lethe runs it`,
      `- Seed: ${settings.seed}`,
      ...(opened === null ? [] : [`- Reinforced adapter: ${plain(opened)}, made elsewhere`]),
      '- The hashes are those by which Lethe knows its files: SHA-256 of length and content',
    ].join('\n'),
    '## Settings',
    ['```', ...settingLines(settings), '```'].join('\n'),
    '## Measured',
    measured(kind, figures),
    'Nothing else was measured. Other prompts, languages or attacks may bring the text back. The license of the base model applies.',
  ];
}

const titles: Readonly<Record<CardKind, string>> = {
  reinforced: 'Reinforced adapter',
  unlearned: 'Unlearned adapter',
  merged: 'Unlearned model',
};

const openings: Readonly<Record<CardKind, string>> = {
  reinforced:
    'An adapter for PEFT that was trained on the text below, so that the base model knows it better. It is the tool with which the method finds what is to be unlearned, and has unlearned nothing.',
  unlearned: 'An adapter for PEFT with which the base model was to unlearn the text below.',
  merged: 'The base model with the unlearned adapter added to its weights.',
};

function settingLines(settings: RunSettings): string[] {
  return usedLeaves(settings).map(
    ({ path }) => `${path.join('.')}: ${JSON.stringify(valueAt(settings, path))}`,
  );
}

function measured(kind: CardKind, figures: readonly CardFigure[]): string {
  if (kind === 'reinforced' || figures.length === 0) return 'No figures of this model were taken.';
  return [
    '| | before | after | |',
    '| --- | ---: | ---: | --- |',
    ...figures.map(
      ({ title, meaning, before, after }) =>
        `| ${plain(title)} | ${digits(before)} | ${digits(after)} | ${plain(meaning)} |`,
    ),
  ].join('\n');
}

/** A text from outside in one line of Markdown, as it is written. */
const plain = (text: string): string =>
  quoted(text.replace(/\s+/gu, ' ').trim()).replace(/[\\`*_[\]<>|#!]/gu, '\\$&');
