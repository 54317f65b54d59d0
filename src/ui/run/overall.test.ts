import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../methods/settings';
import { overall, workOf } from './overall';

const settings = {
  ...defaultSettings,
  scope: 'core' as const,
  reinforce: { ...defaultSettings.reinforce, batch: 10, steps: 100 },
  unlearn: { ...defaultSettings.unlearn, batch: 10, steps: 300 },
};

describe('a run of several stages', () => {
  it('counts work, not stages', () => {
    expect(overall(['reinforce', 'unlearn'], 1, 0, 5, settings)).toEqual({
      stage: 'unlearn',
      done: 1000,
      of: 4000,
      eta: 15,
    });
  });

  it('has no estimate before the first step', () => {
    expect(overall(['reinforce', 'label'], 0, 0, 0, settings)?.eta).toBe(null);
  });

  it('ends with nothing left', () => {
    const end = overall(['reinforce', 'label', 'unlearn'], 2, 1, 60, settings);
    expect(end?.done).toBe(end?.of);
    expect(end?.eta).toBe(0);
  });

  it('is over after the last stage', () => {
    expect(overall(['label'], 1, 0, 1, settings)).toBe(null);
  });

  it('grows with what is measured', () => {
    expect(workOf('evaluate', { ...settings, scope: 'full' })).toBeGreaterThan(workOf('evaluate', settings));
  });

  it('grows with the steps', () => {
    expect(workOf('unlearn', settings)).toBe(3 * workOf('reinforce', settings));
  });
});
