/** The part of an evaluation that is small enough to be measured again and again during a training. */
import { sample, type EvalContext } from '../evaluate/eval-context';

/** All prompts are in one batch. */
const AMOUNTS = { prompts: 24, taskItems: 8, blocks: 6 };

type Changed = 'gold' | 'batch' | 'forgetSet' | 'membership' | 'heldOut' | 'questions';

export function monitoredPart<C extends Pick<EvalContext, Changed>>(context: C): C {
  const { questions, heldOut } = context;
  return {
    ...context,
    gold: null,
    batch: AMOUNTS.prompts,
    forgetSet: [],
    membership: null,
    heldOut: sample(heldOut, AMOUNTS.blocks),
    questions: {
      ...questions,
      prompts: sample(questions.prompts, AMOUNTS.prompts),
      phrases: [],
      tasks: questions.tasks.map(({ name, items }) => ({ name, items: sample(items, AMOUNTS.taskItems) })),
    },
  };
}
