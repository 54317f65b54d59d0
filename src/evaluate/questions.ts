/** The questions of a data set: prompts, tasks and attacks in its folder. All of them are optional. */
import { fail } from '../files/errors';
import { v, validate } from '../base/schema';
import { listedFiles, type ReadListed } from '../files/listed';
import type { FileSource } from '../files/source';
import type { Task } from './multiple-choice';
import type { FamiliarityPrompt } from './prompt-file';
import { promptSchema } from './prompts-schema';
import { itemsFolder, type Split } from './split';
import { tasksSchema } from './tasks-schema';

const texts = v.array(v.string());
const neighbourPrompt = v.object({
  ...promptSchema.entries,
  /** `shared`: the fact's sentence has a form that the forget set uses, too; `own`: it has another form */
  part: v.picklist(['shared', 'own']),
  /** whether the fact is in the retain set */
  retained: v.boolean(),
});
const probability = v.object({ prompt: v.string(), familiar: texts, generic: texts });
const truth = v.object({ prompt: v.string(), right: v.string(), wrong: texts });
const theme = v.object({
  /** ordinary words typical of the forget set */
  theme: texts,
  /** anchor terms that are ordinary words, too */
  common: texts,
});
const attacks = v.object({
  context: v.array(promptSchema),
  paraphrase: v.array(v.object({ ...promptSchema.entries, fact: v.number() })),
  relearning: v.object({ sentences: texts, prompts: v.array(promptSchema) }),
});

const holdout = v.object({
  /** texts of the same kind as some of the forget set, which no model was trained on */
  passages: v.pipe(texts, v.minLength(1)),
  /** how many passages the forget set begins with that are of this kind */
  like: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const files = {
  prompts: v.array(promptSchema),
  sayings: v.array(promptSchema),
  neighbour: v.array(neighbourPrompt),
  probability: v.array(probability),
  tasks: tasksSchema,
  truth: v.array(truth),
  theme,
  attacks,
  holdout,
} as const;

type NeighbourPrompt = v.InferOutput<typeof neighbourPrompt>;
type ProbabilityPrompt = v.InferOutput<typeof probability>;
type TruthQuestion = v.InferOutput<typeof truth>;
type ThemeWords = v.InferOutput<typeof theme>;
type Attacks = v.InferOutput<typeof attacks>;
type HoldOut = v.InferOutput<typeof holdout>;

export interface Questions {
  /** completion prompts about the forget set, answered with names */
  readonly prompts: readonly FamiliarityPrompt[];
  /** the same, answered with ordinary words */
  readonly phrases: readonly FamiliarityPrompt[];
  readonly neighbourSet: readonly NeighbourPrompt[];
  readonly probability: readonly ProbabilityPrompt[];
  readonly tasks: readonly Task[];
  readonly truth: readonly TruthQuestion[];
  readonly theme: ThemeWords;
  readonly attacks: Attacks;
  /** for the membership attack; null: the data set has no such text */
  readonly holdOut: HoldOut | null;
}

export const noQuestions: Questions = {
  prompts: [],
  phrases: [],
  neighbourSet: [],
  probability: [],
  tasks: [],
  truth: [],
  theme: { theme: [], common: [] },
  attacks: { context: [], paraphrase: [], relearning: { sentences: [], prompts: [] } },
  holdOut: null,
};

/**
 * Reads the questions of a split of the data set in `world`; a missing file means no questions.
 * @throws LetheError file/invalid
 */
export async function loadQuestions(source: FileSource, world: string, split: Split): Promise<Questions> {
  const listed = await listedFiles(source, world);
  const items = itemsFolder(world, split);
  const read = async <K extends keyof typeof files>(
    name: K,
    otherwise: v.InferOutput<(typeof files)[K]>,
    folder = items,
  ): Promise<v.InferOutput<(typeof files)[K]>> =>
    (await readOptional(listed, `${folder}/${name}.json`, files[name])) ?? otherwise;
  return {
    prompts: await read('prompts', []),
    phrases: await read('sayings', []),
    neighbourSet: await read('neighbour', []),
    probability: await read('probability', []),
    tasks: await read('tasks', []),
    truth: await read('truth', []),
    theme: await read('theme', noQuestions.theme, world),
    attacks: await read('attacks', noQuestions.attacks),
    holdOut: await readOptional(listed, `${world}/holdout.json`, files.holdout),
  };
}

/** The questions that are valid for any forget set. */
export function withoutForgetSet({ neighbourSet, tasks }: Questions): Questions {
  return { ...noQuestions, neighbourSet, tasks };
}

const gold = v.object({ model: v.string() });

/** The folder of the gold model for the data set in `folder`; null if there is none. */
export async function goldFolder(source: FileSource, folder: string): Promise<string | null> {
  const listed = await listedFiles(source, folder);
  return (await readOptional(listed, `${folder}/gold.json`, gold))?.model ?? null;
}

/** A validated JSON file; null if there is none. @throws LetheError file/invalid */
async function readOptional<const S extends v.GenericSchema>(
  listed: ReadListed,
  path: string,
  schema: S,
): Promise<v.InferOutput<S> | null> {
  const data = await listed(path);
  if (data === null) return null;
  return validate(schema, data, ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
}
