/** A part of a suite, drawn evenly, for trials that only have to be ranked. */
import type { Suite } from '../world/check/suite';

/** Of so many items one is kept. */
const EVERY = { forgetSet: 4, phrases: 2, neighbourSet: 3, tasks: 5 };

export function quickSuite<S extends Suite>(suite: S): S {
  const { forgetSet, phrases, neighbourSet, tasks } = suite;
  return {
    ...suite,
    forgetSet: thin(forgetSet, EVERY.forgetSet),
    phrases: thin(phrases, EVERY.phrases),
    neighbourSet: thin(neighbourSet, EVERY.neighbourSet),
    tasks: tasks.map(({ name, items }) => ({ name, items: thin(items, EVERY.tasks) })),
  };
}

function thin<T>(items: readonly T[], every: number): T[] {
  return items.filter((_, i) => i % every === 0);
}
