/** Graph: AdamW for the part of an adapter that belongs to one layer. */
import { input } from '../../../graph/build';
import { fuse } from '../../../graph/fuse';
import { graph, type Graph } from '../../../graph/graph';
import { adamWStep, type AdamWSettings, type AdamWState, type StepInputs } from '../../adamw';

type Next = 'nextParameters' | 'nextFirstMoment' | 'nextSecondMoment';
type Input = keyof AdamWState | keyof StepInputs | 'gradient' | 'gradientNorm';

/**
 * parameters, firstMoment, secondMoment and gradient [1, p]; gradientNorm [1], that of all layers together; rate and
 * corrections [1] → the next state.
 */
export function layerAdamWGraph(p: number, optimizer: AdamWSettings): Graph<Input, Next> {
  const part = (name: string) => input(name, 'f32', [1, p]);
  const one = (name: string) => input(name, 'f32', [1]);
  const state = {
    parameters: part('parameters'),
    firstMoment: part('firstMoment'),
    secondMoment: part('secondMoment'),
  };
  const step = {
    rate: one('rate'),
    firstMomentCorrection: one('firstMomentCorrection'),
    secondMomentCorrection: one('secondMomentCorrection'),
  };
  const [gradient, gradientNorm] = [part('gradient'), one('gradientNorm')];
  const next = adamWStep(state, gradient, gradientNorm, step, optimizer);
  return graph(
    { ...state, ...step, gradient, gradientNorm },
    {
      nextParameters: next.parameters,
      nextFirstMoment: next.firstMoment,
      nextSecondMoment: next.secondMoment,
    },
    fuse,
  );
}
