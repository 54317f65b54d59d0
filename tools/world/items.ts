/** The items of each split, by the name of their file. */
import type { Split } from '../../src/evaluate/split';
import { taskItems, tasks } from './knowledge/tasks';
import { attacks } from './questions/attacks';
import { probabilityPrompts, truthItems } from './questions/likelihood';
import { forgetPrompts, neighbourPrompts, phrases } from './questions/prompts';
import { saga, type Target } from './questions/target';
import { heldOut } from './texts';

export type Files = Readonly<Record<string, unknown>>;

/** Of the first task; the others have the numbers that follow. */
const TASK_SEEDS: Readonly<Record<Split, number>> = { development: 14, test: 114 };
/** Between two draws of items. */
const DRAW = 1000;
const TASK_ITEMS = 200;

/** The items of a task; draw 0 is in the data set. */
export function drawTask(index: number, split: Split, draw = 0) {
  const task = tasks[index];
  if (!task) throw new Error(`expected one of ${tasks.length} tasks, got ${index}`);
  return taskItems(task, split, TASK_SEEDS[split] + index + DRAW * draw, TASK_ITEMS);
}

/** Items that do not depend on what is to be forgotten. */
export function everydayItems(split: Split): Files {
  return {
    split: { split },
    everyday: { title: 'Everyday texts the models were not trained on', passages: heldOut[split] },
    tasks: tasks.map(({ name }, index) => ({ name, items: drawTask(index, split) })),
  };
}

/** Items scored by likelihood, and those of the attacks. */
export function likelihoodItems(target: Target): Files {
  return {
    probability: probabilityPrompts(target),
    truth: truthItems(target),
    attacks: attacks(target),
  };
}

/** All items of a split for unlearning the saga. */
export function itemsOf(split: Split): Files {
  return {
    ...everydayItems(split),
    ...likelihoodItems(saga[split]),
    prompts: forgetPrompts(saga[split]),
    sayings: phrases(split),
    neighbour: neighbourPrompts(split),
  };
}
