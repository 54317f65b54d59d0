/**
 * Majority vote: the label with the most votes. Ties go to the first label in sorted order, so that
 * the same votes give the same answer on every task. Crowd-Kit’s MajorityVote does the same with pandas 2; with
 * pandas 3 a tie goes to the label that comes first in its table.
 */
import { tabulate, winnersOf, type Aggregated, type Golden, type Table, type Vote } from './vote';

/** A worker’s skill here is the share of their votes that the winner agrees with. Golden tasks are pinned. */
export function majority(votes: readonly Vote[], golden?: Golden): Aggregated {
  const table = tabulate(votes, golden);
  const beliefs = voteShares(table);
  const winners = winnersOf(table, beliefs);
  const tally = new Map(table.workers.map((worker) => [worker, { right: 0, all: 0 }]));
  for (const { task, worker, label } of votes) {
    const count = tally.get(worker);
    if (!count) continue;
    count.all += 1;
    count.right += Number(winners.get(task) === label);
  }
  return {
    labels: table.labels,
    probabilities: new Map(table.tasks.map((task, t) => [task, [...(beliefs[t] ?? [])]])),
    winners,
    skills: new Map([...tally].map(([worker, { right, all }]) => [worker, right / all])),
  };
}

/** Per task, the share of its votes for each label, [tasks][K]; 1 for the label of a golden task. */
export function voteShares({ tasks, labels, votes, golden }: Table): Float64Array[] {
  const shares = tasks.map(() => new Float64Array(labels.length));
  const totals = new Float64Array(tasks.length);
  for (const { task } of votes) totals[task] = (totals[task] ?? 0) + 1;
  for (const { task, label } of votes) {
    const row = shares[task];
    if (row) row[label] = (row[label] ?? 0) + 1 / (totals[task] ?? 1);
  }
  return pin(shares, golden);
}

/** The same beliefs, with 1 for the label of each golden task. */
export function pin(beliefs: readonly Float64Array[], golden: Table['golden']): Float64Array[] {
  return beliefs.map((belief, t) => {
    const right = golden[t] ?? null;
    return right === null ? belief : belief.map((_, k) => Number(k === right));
  });
}
