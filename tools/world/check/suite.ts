/** The questions of one split of a shipped data set, as written by `npm run world`. */
import { v } from '../../../src/base/schema';
import { itemsFolder, readSplit, type Split } from '../../../src/evaluate/split';
import { readJson, readOptionalJson, type FileSource } from '../../../src/files/source';
import type { DataChoice } from '../../lab/node-lab';

const prompt = v.object({ prompt: v.string(), references: v.array(v.string()), subtlety: v.number() });
const neighbourPrompt = v.object({
  ...prompt.entries,
  part: v.picklist(['shared', 'own']),
  retained: v.boolean(),
});
const item = v.object({ prompt: v.string(), options: v.array(v.string()), answer: v.number() });
const task = v.object({ name: v.string(), items: v.array(item) });

export type NeighbourPrompt = v.InferOutput<typeof neighbourPrompt>;
type TaskItems = v.InferOutput<typeof task>;

export interface Suite<S extends Split = Split> extends DataChoice {
  readonly split: S;
  readonly forgetSet: readonly v.InferOutput<typeof prompt>[];
  /** Sayings; none where the neighbour is to be forgotten. */
  readonly phrases: readonly v.InferOutput<typeof prompt>[];
  readonly neighbourSet: readonly NeighbourPrompt[];
  readonly tasks: readonly TaskItems[];
}

/** @throws LetheError file/missing, file/invalid if the data set has no items of this split */
export async function loadSuite<S extends Split>(
  source: FileSource,
  world: string,
  split: S,
): Promise<Suite<S>> {
  await readSplit(source, world, split);
  const folder = itemsFolder(world, split);
  const read = async <const S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S>> =>
    v.parse(schema, await readJson(source, `${folder}/${name}.json`));
  return {
    world,
    split,
    forgetSet: await read('prompts', v.array(prompt)),
    phrases: v.parse(v.array(prompt), (await readOptionalJson(source, `${folder}/sayings.json`)) ?? []),
    neighbourSet: await read('neighbour', v.array(neighbourPrompt)),
    tasks: await read('tasks', v.array(task)),
  };
}
