import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const graphErrors = {
  'graph/type': (p: { op: string; expected: string; got: string }): ErrorText => ({
    message: `${p.op}: expected ${p.expected}, got ${p.got}`,
    hint: 'Check the shapes at the place that builds this graph.',
  }),
  'graph/invalid': (p: { problem: string }): ErrorText => ({
    message: `Invalid graph: ${p.problem}`,
    hint: 'Build graphs only with the functions of graph/build.ts.',
  }),
  'graph/missing-input': (p: { name: string }): ErrorText => ({
    message: `The graph input "${p.name}" has no value`,
    hint: 'Pass a value for every input and weight of the graph.',
  }),
};

export const fail: Fail<ParamsOf<typeof graphErrors>> = failWith(graphErrors);
