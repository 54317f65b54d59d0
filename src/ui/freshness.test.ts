import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../methods/settings';
import { changedSince, settingsBasis } from './freshness';

describe('freshness', () => {
  it('names what changed, and only that', () => {
    const made = { model: 'a', training: 'x', labels: '1' };
    expect(changedSince(made, { ...made })).toEqual([]);
    expect(changedSince(made, { ...made, labels: '2', training: 'y' })).toEqual(['training', 'labels']);
  });

  it('does not mind what the result was not made from', () => {
    expect(changedSince({ model: 'a' }, { model: 'a', labels: '2' })).toEqual([]);
  });

  it('keeps what α decides apart from what training decides', () => {
    const before = settingsBasis(defaultSettings);
    const after = settingsBasis({ ...defaultSettings, alpha: 3 });
    expect(changedSince(before, after)).toEqual(['equation']);
  });

  it.each([
    ['rules', { anchors: false }],
    ['training', { seed: 2 }],
    ['training', { remainder: 'drop' as const }],
    ['unlearning', { softLabels: true }],
    ['reinforcing', { reinforce: { ...defaultSettings.reinforce, steps: 1 } }],
  ])('%s follows its settings', (name, change) => {
    const after = settingsBasis({ ...defaultSettings, ...change });
    expect(changedSince(settingsBasis(defaultSettings), after)).toEqual([name]);
  });
});
