import { largest } from '../../base/extremes';

/** One annotator’s answer to one question, in Crowd-Kit’s terms: task, worker, label. */
export interface Vote {
  readonly task: string;
  readonly worker: string;
  readonly label: string;
}

/** The known right answers, by task. */
export type Golden = ReadonlyMap<string, string>;

/** The result of an aggregation. */
export interface Aggregated {
  /** K labels, sorted by UTF-16 units. */
  readonly labels: readonly string[];
  /** Per task, the probability of each of `labels`, [K]. */
  readonly probabilities: ReadonlyMap<string, readonly number[]>;
  /** Per task, its likeliest label; ties go to the first of `labels`, as in Crowd-Kit. */
  readonly winners: ReadonlyMap<string, string>;
  /** Per worker, the estimated quality of their answers, 0 … 1. */
  readonly skills: ReadonlyMap<string, number>;
}

export type Aggregate = (votes: readonly Vote[], golden?: Golden) => Aggregated;

/** Votes as numbers: indices into the lists of tasks, workers and labels, in the order of the votes. */
export interface Table {
  readonly tasks: readonly string[];
  readonly workers: readonly string[];
  readonly labels: readonly string[];
  readonly votes: readonly { readonly task: number; readonly worker: number; readonly label: number }[];
  /** Per task, the index of its golden label, or null. */
  readonly golden: readonly (number | null)[];
}

/** Golden answers to tasks without votes are left out. */
export function tabulate(votes: readonly Vote[], golden: Golden = new Map()): Table {
  const tasks = indexed(votes.map(({ task }) => task));
  const workers = indexed(votes.map(({ worker }) => worker));
  const known = [...golden].flatMap(([task, label]) => (tasks.has(task) ? [label] : []));
  const labels = indexed([...votes.map(({ label }) => label), ...known].sort());
  const place = (index: ReadonlyMap<string, number>, key: string): number => index.get(key) ?? -1;
  return {
    tasks: [...tasks.keys()],
    workers: [...workers.keys()],
    labels: [...labels.keys()],
    votes: votes.map(({ task, worker, label }) => ({
      task: place(tasks, task),
      worker: place(workers, worker),
      label: place(labels, label),
    })),
    golden: [...tasks.keys()].map((task) => labels.get(golden.get(task) ?? '\0') ?? null),
  };
}

/** Each distinct item with its index, in order of appearance. */
function indexed(items: readonly string[]): Map<string, number> {
  return new Map([...new Set(items)].map((item, i) => [item, i]));
}

/** The likeliest label of each task; ties go to the first. */
export function winnersOf({ tasks, labels }: Table, beliefs: readonly Float64Array[]): Map<string, string> {
  return new Map(
    tasks.map((task, t) => {
      const belief = beliefs[t] ?? new Float64Array();
      return [task, labels[belief.indexOf(largest(belief))] ?? ''];
    }),
  );
}
