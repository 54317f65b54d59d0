/** AdamW with decoupled weight decay (arXiv 1711.05101) and clipping by global norm, on flat vectors. */
import { add, div, min, mul, scalar, sqrt, sub } from '../graph/build';
import type { Value } from '../graph/ir';
import { sumOfSquares } from './long-sums';

export interface AdamWSettings {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** λ: each step shrinks every parameter by rate · λ */
  readonly weightDecay: number;
  /** Largest norm of the whole gradient; null: no clipping. */
  readonly gradientClip: number | null;
}

export const adamWDefaults: AdamWSettings = {
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  weightDecay: 0,
  gradientClip: 1,
};

/** All [P]: the parameters and the running means of the gradient and of its square. */
export interface AdamWState {
  readonly parameters: Value;
  readonly firstMoment: Value;
  readonly secondMoment: Value;
}

/** What changes from step to step: single numbers, shape [1]. */
export interface StepInputs {
  /** η, the learning rate of this step */
  readonly rate: Value;
  /** 1 / (1 − β₁ᵗ) */
  readonly firstMomentCorrection: Value;
  /** 1 / (1 − β₂ᵗ) */
  readonly secondMomentCorrection: Value;
}

/** One step; also returns the norm of the gradient before clipping, [1]. */
export function adamW(
  state: AdamWState,
  gradient: Value,
  step: StepInputs,
  settings: AdamWSettings,
): { next: AdamWState; gradientNorm: Value } {
  const gradientNorm = sqrt(sumOfSquares(gradient)); // [1]
  return { next: adamWStep(state, gradient, gradientNorm, step, settings), gradientNorm };
}

/** One step for a part of all parameters; `gradientNorm` [1] is that of the whole gradient. */
export function adamWStep(
  state: AdamWState,
  gradient: Value,
  gradientNorm: Value,
  step: StepInputs,
  settings: AdamWSettings,
): AdamWState {
  const g =
    settings.gradientClip === null
      ? gradient
      : mul(gradient, clipFactor(gradientNorm, settings.gradientClip));
  const firstMoment = blend(state.firstMoment, g, settings.beta1);
  const secondMoment = blend(state.secondMoment, mul(g, g), settings.beta2);
  const denominator = add(sqrt(mul(secondMoment, step.secondMomentCorrection)), scalar(settings.epsilon));
  const change = mul(div(firstMoment, denominator), mul(step.rate, step.firstMomentCorrection));
  return {
    parameters: sub(decayed(state.parameters, step.rate, settings.weightDecay), change),
    firstMoment,
    secondMoment,
  };
}

/** min(1, clip / (norm + 1e-6)), as torch.nn.utils.clip_grad_norm_. */
function clipFactor(norm: Value, clip: number): Value {
  return min(div(scalar(clip), add(norm, scalar(1e-6))), scalar(1));
}

/** β · old + (1 − β) · now */
function blend(old: Value, now: Value, beta: number): Value {
  return add(mul(old, scalar(beta)), mul(now, scalar(1 - beta)));
}

function decayed(parameters: Value, rate: Value, weightDecay: number): Value {
  return weightDecay === 0 ? parameters : mul(parameters, sub(scalar(1), mul(rate, scalar(weightDecay))));
}
