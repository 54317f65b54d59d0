/** The page's part of a saved project: choices and imported data. The lab's results are saved beside it. */
import { v } from '../../../base/schema';
import { promptFileSchema } from '../../../evaluate/prompts-schema';
import { tasksSchema } from '../../../evaluate/tasks-schema';
import { choices } from '../../../lab/choose-device';
import { keptHumanInput } from '../../../review/kept-human-input';
import type { KeyValue } from '../../../store/key-value';
import { slot } from '../../../store/slot';
import { savedSettings } from '../../../store/run';
import { stageNames } from '../../../pipeline/stage';
import { overridesSchema } from '../../../unlearn/overrides';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const entry = v.object({
  term: v.string(),
  translations: v.pipe(
    v.array(v.string()),
    v.check((list) => list.length > 0),
    v.transform((list): [string, ...string[]] => [list[0] ?? '', ...list.slice(1)]),
  ),
  entity: v.exactOptional(v.string()),
  sources: v.exactOptional(v.array(v.object({ by: v.string(), score: v.number() }))),
});
const dictionary = v.array(entry);

export const pageSlots = {
  choices: slot(
    'page/choices',
    v.object({
      settings: savedSettings,
      watching: v.object({ every: v.union([count, v.literal('doubling')]), stopOnCollapse: v.boolean() }),
      backend: v.picklist(choices),
      /** folder of the model */
      model: v.nullable(v.string()),
      /** folder of the lesson, if one is used */
      lesson: v.exactOptional(v.string()),
      /** the address's hash, whose settings these have overtaken */
      hash: v.string(),
    }),
  ),
  /** the last stage of the active run; null: none */
  until: slot('page/until', v.nullable(v.picklist(stageNames))),
  /** a custom text, or null */
  texts: slot(
    'page/texts',
    v.nullable(
      v.object({
        forget: v.object({ title: v.string(), passages: v.pipe(v.array(v.string()), v.minLength(1)) }),
        dictionary,
      }),
    ),
  ),
  /** a custom dictionary, or null */
  dictionary: slot('page/dictionary', v.nullable(dictionary)),
  /** the repeated sentences that a reviewer kept, or null: all that are found */
  sentences: slot('page/sentences', v.nullable(v.array(v.string()))),
  /** labels that reviewers changed */
  overrides: slot('page/overrides', overridesSchema),
  /** records of the reviews of terms and labels */
  human: slot('page/human', v.array(keptHumanInput)),
  /** multiple choice from the user's files */
  tasks: slot('page/tasks', tasksSchema),
  /** the user's file of prompts, or null */
  prompts: slot('page/prompts', v.nullable(promptFileSchema)),
};

type Content<K extends keyof typeof pageSlots> = v.InferOutput<(typeof pageSlots)[K]['schema']>;

/** All saved values; null or empty if absent or of another version. */
export type SavedPage = { readonly [K in keyof typeof pageSlots]: Content<K> | null };

export async function readPage(store: KeyValue): Promise<SavedPage> {
  const [chosen, until, texts, words, sentences, overrides, human, tasks, prompts] = await Promise.all([
    pageSlots.choices.read(store),
    pageSlots.until.read(store),
    pageSlots.texts.read(store),
    pageSlots.dictionary.read(store),
    pageSlots.sentences.read(store),
    pageSlots.overrides.read(store),
    pageSlots.human.read(store),
    pageSlots.tasks.read(store),
    pageSlots.prompts.read(store),
  ]);
  return { choices: chosen, until, texts, dictionary: words, sentences, overrides, human, tasks, prompts };
}
