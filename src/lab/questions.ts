/** The questions of an evaluation. */
import { fitting, type Fitting } from '../evaluate/fitting';
import { loadQuestions, noQuestions, withoutForgetSet, type Questions } from '../evaluate/questions';
import type { EvaluationPlan } from './evaluate-input';
import type { Gold } from './gold';
import type { Lab } from './lab';

/**
 * Those of the plan that the models, `gold` among them, can be asked; what they have no room for is named.
 * @throws LetheError file/invalid, stage/order before a model is loaded
 */
export async function askedQuestions(lab: Lab, plan: EvaluationPlan, gold: Gold | null): Promise<Fitting> {
  const { model, files } = lab.workspace.ready('evaluate');
  const { context } = model.config;
  const most = gold ? Math.min(context, gold.evaluated.model.config.context) : context;
  return fitting(planned(await questionsOf(lab), plan), files.tokenizer, most);
}

/** Without what the plan does not ask, and with the user’s own in place of what the user has files of. */
function planned(questions: Questions, { prompts, tasks, attacks }: EvaluationPlan): Questions {
  return {
    ...questions,
    ...(prompts ? { prompts, phrases: [] } : {}),
    ...(tasks ? { tasks } : {}),
    ...(attacks.length > 0 ? {} : { attacks: noQuestions.attacks }),
  };
}

/** About a text of the user's own, only those made from it. @throws LetheError file/invalid, stage/order before a model is loaded */
async function questionsOf({ source, workspace }: Lab): Promise<Questions> {
  const { dataset, split, folders, isOwnText } = workspace.ready('evaluate');
  const shipped = await loadQuestions(source, folders.world, split);
  if (!isOwnText) return shipped;
  const prompts = dataset.prompts.map((prompt) => ({ ...prompt, subtlety: null }));
  return { ...withoutForgetSet(shipped), prompts };
}
