/** Import and export formats of other tools, for each task. */
import type { Decisions } from '../../../review/decisions';
import {
  anchorBallots,
  evaluationBallots,
  languageBallots,
  type Ballots,
} from '../../../review/exchange/crowd-kit/ballots';
import { readCrowdKit } from '../../../review/exchange/crowd-kit/read';
import {
  writeCrowdKit,
  writeCrowdKitGolden,
  writeCrowdKitTexts,
} from '../../../review/exchange/crowd-kit/write';
import {
  anchorDoccano,
  evaluationDoccano,
  languageDoccano,
  type Doccano,
} from '../../../review/exchange/doccano/tasks';
import { readDoccano, type Unchanged } from '../../../review/exchange/doccano/read';
import { writeDoccanoResults, writeDoccanoTasks } from '../../../review/exchange/doccano/write';
import type { Imported } from '../../../review/exchange/imported';
import { anchorStudio } from '../../../review/exchange/label-studio/anchors';
import { evaluationStudio } from '../../../review/exchange/label-studio/evaluation';
import { languageStudio } from '../../../review/exchange/label-studio/language';
import { readLabelStudio } from '../../../review/exchange/label-studio/read';
import type { Studio } from '../../../review/exchange/label-studio/studio';
import { writeLabelStudio } from '../../../review/exchange/label-studio/write';
import type { SpanMapping } from '../../../review/exchange/mapping';
import type { Source } from '../../../review/exchange/source';
import { readToloka } from '../../../review/exchange/toloka/read';
import { writeTolokaResults, writeTolokaTasks } from '../../../review/exchange/toloka/write';
import type { Decision, Review } from '../../../review/review';
import type { Item, TaskKind } from '../../../review/task';
import type { AnchorAnswer, AnchorData } from '../../../review/tasks/anchors';
import type { EvaluationAnswer, EvaluationData } from '../../../review/tasks/evaluation';
import type { LanguageAnswer, LanguageData } from '../../../review/tasks/language';

export const importFormats = ['label-studio', 'crowd-kit', 'toloka', 'doccano'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const toolNames: Readonly<Record<ImportFormat, string>> = {
  'label-studio': 'Label Studio',
  'crowd-kit': 'Crowd-Kit',
  toloka: 'Toloka',
  doccano: 'doccano',
};

interface ExportFile<D, A> {
  readonly tool: ImportFormat;
  /** The kind of file. */
  readonly what: 'tasks' | 'results' | 'config' | 'votes' | 'texts' | 'golden';
  readonly name: string;
  readonly type: string;
  readonly write: (review: Review<D, A>, source: Source | null) => string;
}

/** A file of another tool, and the annotator of answers that name none. */
interface ForeignFile {
  readonly format: ImportFormat;
  readonly text: string;
  readonly annotator: string;
  /** Which of its names for spans mean an anchor term. Default: ours */
  readonly mapping?: SpanMapping | null;
  /** What a line of doccano is whose labels are as exported. Default: see `readDoccano` */
  readonly unchanged?: Unchanged | null;
}

export interface Formats<D, A> {
  readonly files: readonly ExportFile<D, A>[];
  /** Reads a file about these items; `made`: the decisions about them. */
  readonly read: (
    file: ForeignFile,
    items: readonly Item<D, A>[],
    made?: Decisions<Decision<A>>,
  ) => Imported<D, A>;
}

function formatsOf<D, A>(
  studio: Studio<D, A>,
  ballots: Ballots<D, A>,
  doccano: Doccano<D, A>,
): Formats<D, A> {
  const { form } = studio;
  const { texts } = ballots;
  const kind: TaskKind = form.task.kind;
  return {
    files: [
      {
        tool: 'label-studio',
        what: 'tasks',
        name: `${kind}.label-studio.json`,
        type: 'application/json',
        write: (review, source) =>
          writeLabelStudio(studio, review, { source, isBlind: kind === 'evaluation' }),
      },
      {
        tool: 'label-studio',
        what: 'config',
        name: `${kind}.label-studio.xml`,
        type: 'application/xml',
        write: () => studio.config,
      },
      {
        tool: 'crowd-kit',
        what: 'votes',
        name: `${kind}.crowd-kit.csv`,
        type: 'text/csv',
        write: (review, source) => writeCrowdKit(ballots, review, source),
      },
      ...(texts === null
        ? []
        : [
            {
              tool: 'crowd-kit',
              what: 'texts',
              name: `${kind}.crowd-kit-texts.csv`,
              type: 'text/csv',
              write: (review: Review<D, A>) => writeCrowdKitTexts(texts, review),
            } as const,
          ]),
      {
        tool: 'crowd-kit',
        what: 'golden',
        name: `${kind}.crowd-kit-golden.csv`,
        type: 'text/csv',
        write: (review) => writeCrowdKitGolden(ballots, review),
      },
      {
        tool: 'toloka',
        what: 'tasks',
        name: `${kind}.toloka-tasks.tsv`,
        type: 'text/tab-separated-values',
        write: (review, source) => writeTolokaTasks(form, review, source),
      },
      {
        tool: 'toloka',
        what: 'results',
        name: `${kind}.toloka-results.tsv`,
        type: 'text/tab-separated-values',
        write: (review, source) => writeTolokaResults(form, review, source),
      },
      {
        tool: 'doccano',
        what: 'tasks',
        name: `${kind}.doccano-tasks.jsonl`,
        type: 'application/jsonl',
        write: (review, source) => writeDoccanoTasks(doccano, review, source),
      },
      {
        tool: 'doccano',
        what: 'results',
        name: `${kind}.doccano-results.jsonl`,
        type: 'application/jsonl',
        write: (review, source) => writeDoccanoResults(doccano, review, source),
      },
    ],
    read: ({ format, text, annotator, mapping = null, unchanged = null }, items, made) => {
      switch (format) {
        case 'label-studio':
          return readLabelStudio(studio, items, text, mapping);
        case 'crowd-kit':
          return readCrowdKit(ballots, items, text, made);
        case 'toloka':
          return readToloka(form, items, text, mapping);
        case 'doccano':
          return readDoccano(doccano, items, text, { annotator, mapping, unchanged });
      }
    },
  };
}

export const anchorFormats: Formats<AnchorData, AnchorAnswer> = formatsOf(
  anchorStudio,
  anchorBallots,
  anchorDoccano,
);
export const languageFormats: Formats<LanguageData, LanguageAnswer> = formatsOf(
  languageStudio,
  languageBallots,
  languageDoccano,
);
export const evaluationFormats: Formats<EvaluationData, EvaluationAnswer> = formatsOf(
  evaluationStudio,
  evaluationBallots,
  evaluationDoccano,
);

/** The import format for a file name. */
export function exchangeFormatOf(name: string): ImportFormat {
  if (/\.jsonl$/i.test(name)) return 'doccano';
  if (/\.tsv$/i.test(name)) return 'toloka';
  return /\.csv$/i.test(name) ? 'crowd-kit' : 'label-studio';
}
