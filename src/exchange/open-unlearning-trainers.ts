/** What OpenUnlearning calls the methods that it has, too. */
import type { MethodName } from '../methods/catalogue';

const trainers: Readonly<Partial<Record<MethodName, string>>> = {
  gradAscent: 'GradAscent',
  gradDiff: 'GradDiff',
  npo: 'NPO',
  simNpo: 'SimNPO',
  rmu: 'RMU',
};

/** Its trainer for a method; gradient difference stands in place of one that it does not have. */
export function trainerOf(method: MethodName): { readonly trainer: string; readonly method: MethodName } {
  const trainer = trainers[method];
  return trainer === undefined ? { trainer: 'GradDiff', method: 'gradDiff' } : { trainer, method };
}
