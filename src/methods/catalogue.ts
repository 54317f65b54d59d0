/** Every method, in the order in which it is offered. */
import { entriesOf } from '../base/records';
import { gradDiff } from './gradient-difference';
import { whp } from './whp';

export const methods = { whp, gradDiff } as const;

export type MethodName = keyof typeof methods;
export const methodNames = entriesOf(methods).map(([name]) => name);
