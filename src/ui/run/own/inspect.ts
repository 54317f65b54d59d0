/** What a model is that the user picked, and what it would take on this device, before anything of it is kept. */
import { openModelFiles } from '../../../files/load-model-files';
import { idOf, ownPath, withOwnFiles } from '../../../files/own-files';
import { modelAmong, type PickedFile } from '../../../files/picked-model';
import type { FileSource } from '../../../files/source';
import type { LlamaConfig } from '../../../llama/config';
import { fittedToSize, LONG_TEXT } from '../../../methods/preset-by-size';
import type { RunSettings } from '../../../methods/settings';
import type { OwnFile } from '../../../store/kept-models';
import type { OwnModel } from '../../../store/own-models';
import { factsOf, parametersOf, type ModelFacts } from './model-facts';

export interface PickedOnDisk extends PickedFile, OwnFile {}

export interface Inspected {
  readonly model: OwnModel;
  readonly files: readonly PickedOnDisk[];
  readonly facts: ModelFacts;
  readonly config: LlamaConfig;
  /** those that a run of the model would have: for its size, where they were left as they are */
  readonly settings: RunSettings;
}

/** @throws LetheError model/incomplete, model/several, file/missing, file/invalid, config/unsupported */
export async function inspect(picked: readonly PickedOnDisk[], asked: RunSettings): Promise<Inspected> {
  const { name, isGguf, files } = modelAmong(picked);
  const named = files.map((one) => (isGguf ? { ...one, name } : one));
  const none: FileSource = { read: (path) => Promise.reject(new Error(path)) };
  const file = (_: string, wanted: string) =>
    Promise.resolve(named.find((one) => one.name === wanted)?.file ?? null);
  const { config, hash } = await openModelFiles(withOwnFiles(none, { file }), ownPath('picked', name));
  // Beside an own model stand the texts of the lesson, which is long.
  const settings = fittedToSize(asked, { parameters: parametersOf(config), words: LONG_TEXT });
  const facts = factsOf(config, settings);
  const id = idOf(hash);
  return {
    model: {
      id,
      path: ownPath(id, name),
      title: name,
      bytes: named.reduce((sum, one) => sum + one.file.size, 0),
      parameters: facts.parameters,
      family: facts.family,
      isOnDisk: named.every(({ handle }) => handle !== undefined),
      files: named.map((one) => one.name),
    },
    files: named,
    facts,
    config,
    settings,
  };
}
