/** What a run made, as files for other programs: adapters for PEFT, a merged model for transformers, the labels. */
import { baseName } from '../exchange/base-name';
import type { CardFigure } from '../exchange/card-figures';
import { bytesFile, textFile, type ExportedFile } from '../exchange/exported-file';
import { joinAdapters } from '../exchange/join-adapters';
import { modelFiles } from '../exchange/merged-model';
import { cardFile, type CardFacts } from '../exchange/model-card';
import { peftFiles } from '../exchange/peft-adapter';
import type { FloatType } from '../exchange/tensors-file';
import { readDocuments } from '../files/model-documents';
import { methods } from '../methods/catalogue';
import { readsFirst, type RunSettings } from '../methods/settings';
import type { Adapter, TrainedVariant } from '../model/adapter-bank';
import { labelDatasetJsonl } from '../unlearn/label-dataset';
import { writeLabels } from '../unlearn/write-labels';
import { fail } from './error-catalogue';
import type { Lab } from './lab';
import type { Workspace } from './workspace';

export const savedParts = ['reinforced', 'unlearned', 'merged', 'labels'] as const;
export type SavedPart = (typeof savedParts)[number];

export interface SavedFilesInput {
  readonly parts: readonly SavedPart[];
  /** of the weights of the merged model */
  readonly floats: FloatType;
  /** measured of the unlearned model; none: nothing was */
  readonly figures: readonly CardFigure[];
  /** content of report.json @default none */
  readonly report?: string | null;
}

/** The parts that the run made; an adapter that was opened is no part of them. */
export function partsMade({
  results: { reinforce, label, unlearn },
}: Pick<Workspace, 'results'>): SavedPart[] {
  const hasAdapter = unlearn?.ref.variant === 'unlearned' && unlearn.opened === undefined;
  const isMade: Readonly<Record<SavedPart, boolean>> = {
    reinforced: reinforce !== undefined && reinforce.opened === undefined,
    unlearned: hasAdapter,
    merged: hasAdapter,
    labels: label !== undefined,
  };
  return savedParts.filter((part) => isMade[part]);
}

/**
 * The files of each part, in folders. Weights are computed when the pieces of a file are asked for, from the model that
 * is loaded, so that it must stay until then.
 * @throws LetheError stage/order if a part was not made yet, save/no-adapter if the method makes none
 */
export async function savedFiles(lab: Lab, input: SavedFilesInput): Promise<ExportedFile[]> {
  const byPart: ExportedFile[][] = [];
  for (const part of input.parts) byPart.push(await makers[part](lab, input));
  const { report = null } = input;
  return [...byPart.flat(), ...(report === null ? [] : [textFile('report.json', report)])];
}

type Maker = (lab: Lab, input: SavedFilesInput) => Promise<ExportedFile[]> | ExportedFile[];

const makers: Readonly<Record<SavedPart, Maker>> = {
  reinforced: (lab, input) => adapterFiles(lab.workspace, 'reinforced', input),
  unlearned: (lab, input) => adapterFiles(lab.workspace, 'unlearned', input),
  async merged({ workspace, source }, input) {
    const { adapter, settings } = trained(workspace, 'unlearned');
    const { files, folders } = await workspace.baseline('save', settings);
    const documents = await readDocuments(source, folders.model);
    const facts = factsOf(workspace, settings, input);
    return [
      ...modelFiles('merged', files, documents, adapter, input.floats),
      cardFile('merged', 'merged', facts),
    ];
  },
  labels({ workspace: { results } }) {
    const { labels } = results.label ?? fail('stage/order', { stage: 'save', needs: 'label' });
    return [
      textFile('labels/dataset.jsonl', labelDatasetJsonl(labels)),
      bytesFile('labels/labels.safetensors', writeLabels(labels)),
    ];
  },
};

function adapterFiles(workspace: Workspace, variant: TrainedVariant, input: SavedFilesInput): ExportedFile[] {
  const { adapter, settings } = trained(workspace, variant);
  const { config } = workspace.ready('save').files;
  // Of the model as it was loaded, for nobody else has the baseline that read the text.
  const reading = readsFirst(settings) ? workspace.reading : null;
  const whole = reading ? joinAdapters(config, reading, adapter) : adapter;
  const facts = factsOf(workspace, settings, input);
  const folder = `adapters/${variant}`;
  return [...peftFiles(folder, whole, config, facts.base), cardFile(folder, variant, facts)];
}

function trained(
  workspace: Workspace,
  variant: TrainedVariant,
): { readonly adapter: Adapter; readonly settings: RunSettings } {
  const needs = variant === 'reinforced' ? 'reinforce' : 'unlearn';
  const { settings } = workspace.results[needs] ?? fail('stage/order', { stage: 'save', needs });
  const adapter = workspace.bank(settings).adapter(variant);
  return adapter
    ? { adapter, settings }
    : fail('save/no-adapter', { method: methods[settings.method].words.en.title });
}

function factsOf(workspace: Workspace, settings: RunSettings, { figures }: SavedFilesInput): CardFacts {
  const { folders, hashes, dataset } = workspace.ready('save');
  const { title, passages } = dataset.forget;
  return {
    base: { name: baseName(folders.model), hash: hashes.model },
    forget: { title, hash: hashes.forgetSet, passages: passages.length },
    terms: dataset.dictionary.length,
    settings,
    opened: workspace.results.reinforce?.opened ?? null,
    figures,
  };
}
