/** One person’s answer to one question, in the shape that Crowd-Kit calls task, worker, label. */
export interface Vote {
  readonly task: string;
  readonly worker: string;
  readonly label: string;
}

/** The right answers that are known, by task. */
export type Golden = ReadonlyMap<string, string>;

/** What an aggregation makes of votes. */
export interface Aggregated {
  /** K labels, sorted by UTF-16 units. */
  readonly labels: readonly string[];
  /** Per task, the probability of each of `labels`, [K]. */
  readonly probabilities: ReadonlyMap<string, readonly number[]>;
  /** Per task, its likeliest label; of equals the first of `labels`, as Crowd-Kit does. */
  readonly winners: ReadonlyMap<string, string>;
  /** Per worker, how good the method thinks the answers are, 0 … 1. */
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

/** Golden answers to tasks that nobody voted on are left out. */
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

/** Each different item with its place, in order of appearance. */
function indexed(items: readonly string[]): Map<string, number> {
  return new Map([...new Set(items)].map((item, i) => [item, i]));
}

/** The likeliest label of each task; the first of equals. */
export function winnersOf({ tasks, labels }: Table, beliefs: readonly Float64Array[]): Map<string, string> {
  return new Map(
    tasks.map((task, t) => {
      const belief = beliefs[t] ?? new Float64Array();
      return [task, labels[belief.indexOf(Math.max(...belief))] ?? ''];
    }),
  );
}
