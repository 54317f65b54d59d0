/** Every method, in the order in which it is offered. */
import { entriesOf } from '../base/records';
import { equation1 } from './equation1';
import { gradAscent } from './gradient-ascent';
import { gradDiff } from './gradient-difference';
import { npo } from './npo';
import { rmu } from './rmu';
import { simNpo } from './simnpo';
import { taskVector } from './task-vector';
import { whp } from './whp';

export const methods = { whp, gradAscent, gradDiff, npo, simNpo, rmu, taskVector, equation1 } as const;

export type MethodName = keyof typeof methods;
export const methodNames = entriesOf(methods).map(([name]) => name);
