/** The questions of the shipped data set, as written by `npm run world`. */
import { v } from '../../../src/base/schema';
import { readJson, type FileSource } from '../../../src/files/source';

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

export interface Suite {
  readonly forgetSet: readonly v.InferOutput<typeof prompt>[];
  readonly phrases: readonly v.InferOutput<typeof prompt>[];
  readonly neighbourSet: readonly NeighbourPrompt[];
  readonly tasks: readonly TaskItems[];
}

export async function loadSuite(source: FileSource, folder: string): Promise<Suite> {
  const read = async <const S extends v.GenericSchema>(name: string, schema: S): Promise<v.InferOutput<S>> =>
    v.parse(schema, await readJson(source, `${folder}/${name}.json`));
  return {
    forgetSet: await read('prompts', v.array(prompt)),
    phrases: await read('sayings', v.array(prompt)),
    neighbourSet: await read('neighbour', v.array(neighbourPrompt)),
    tasks: await read('tasks', v.array(task)),
  };
}
