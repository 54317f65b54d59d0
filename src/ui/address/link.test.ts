import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetNames, preset } from '../../methods/presets';
import { parseSettings, settingLeaves } from '../../methods/settings';
import { decodeLink, encodeLink, type PageState } from './link';
import { pagePartNames } from './parts';

const states: fc.Arbitrary<PageState> = fc
  .record({
    name: fc.constantFrom(...presetNames),
    alpha: fc.integer({ min: 0, max: 40 }),
    steps: fc.integer({ min: 1, max: 5000 }),
    anchors: fc.boolean(),
    logitSpace: fc.constantFrom('raw' as const, 'logprob' as const),
    hidden: fc.subarray([...pagePartNames]),
    embed: fc.boolean(),
  })
  .map(({ name, alpha, steps, anchors, logitSpace, hidden, embed }) => {
    const settings = { ...preset(name), alpha: alpha / 2, anchors, logitSpace };
    settings.unlearn.steps = steps;
    return { preset: name, settings, hidden, embed };
  });

describe('the link', () => {
  it('is empty for the page as it opens', () => {
    const [name] = presetNames;
    expect(encodeLink({ preset: name, settings: preset(name), hidden: [], embed: false })).toBe('');
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(decodeLink(`#${encodeLink(state)}`)).toEqual(state);
      }),
    );
  });

  it('makes settings that can run of any text', () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom(...settingLeaves.map(({ name }) => name), 'hide', 'preset'), fc.string()),
    );
    fc.assert(
      fc.property(pairs, (values) => {
        const { settings } = decodeLink(`#v=2&${values.map(([key, value]) => `${key}=${value}`).join('&')}`);
        expect(parseSettings(settings)).toEqual(settings);
      }),
    );
  });

  it('clamps what is out of range and leaves out what is no number', () => {
    const { settings } = decodeLink('#v=1&alpha=1e9&rank=-4&unlearnSteps=soon');
    expect(settings.alpha).toBe(20);
    expect(settings.lora.rank).toBe(1);
    expect(settings.unlearn.steps).toBe(preset('paper + retain').unlearn.steps);
  });

  it('of version 0.1 still means the same', () => {
    const { settings } = decodeLink(
      '#v=1&rank=4&loraAlpha=9&reinforceRate=0.02&unlearnRate=0.03&retainShare=0.25&soft=1&space=logprob',
    );
    expect(settings.lora).toMatchObject({ rank: 4, loraAlpha: 9 });
    expect(settings.reinforce.learningRate).toBe(0.02);
    expect(settings.unlearn).toMatchObject({ learningRate: 0.03, retainShare: 0.25 });
    expect([settings.softLabels, settings.logitSpace]).toEqual([true, 'logprob']);
  });

  it('holds any setting under its name', () => {
    const written =
      '#v=2&blockLength=64&loraTargets=q_proj%2Cv_proj&remainder=drop&forbid=0&unlearnSchedule=cosine';
    expect(`#${encodeLink(decodeLink(written))}`.split('&').sort()).toEqual(written.split('&').sort());
  });

  it('of another version opens the page as it is', () => {
    expect(encodeLink(decodeLink('#v=99&alpha=2'))).toBe('');
  });

  it('holds only what differs', () => {
    const settings = { ...preset('paper'), alpha: 2 };
    expect(encodeLink({ preset: 'paper', settings, hidden: ['review'], embed: true })).toBe(
      'v=2&preset=paper&alpha=2&hide=review&embed=1',
    );
  });

  it('of an earlier version that names no preset means the one that was the first then', () => {
    const before = preset('paper + retain');
    expect(decodeLink('#v=1&alpha=3')).toMatchObject({
      preset: 'paper + retain',
      settings: { ...before, alpha: 3 },
    });
    expect(decodeLink('#v=2&alpha=3').preset).toBe(presetNames[0]);
    expect(decodeLink('#v=1&preset=paper').settings).toMatchObject({ alpha: 8, forbidFrom: 'emitted' });
  });

  it('of an earlier version gives both trainings its one batch', () => {
    const { reinforce, unlearn } = decodeLink('#v=1&batch=3&unlearnBatch=5').settings;
    expect([reinforce.batch, unlearn.batch]).toEqual([3, 5]);
  });
});
