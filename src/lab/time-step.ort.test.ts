import { expect, test } from 'vitest';
import { microConfig } from '../model/micro';
import { microLab, microLoad, microSettings, runJob } from './micro-lab';

test('a step is timed on a device of its own, with any plan and bits, and a loaded model stays', async () => {
  const lab = microLab();
  const settings = { ...microSettings, plan: 'layered', weightBits: '4' } as const;
  await runJob(lab, 'load', microLoad);
  const { result, events } = await runJob(lab, 'timeStep', { config: microConfig, settings });
  expect(result).toBeGreaterThan(0);
  expect(events.map((event) => (event.kind === 'activity' ? event.activity : event.kind))).toEqual([
    'openingDevice',
    'compiling',
    'compiling',
  ]);
  const whole = await runJob(lab, 'timeStep', { config: microConfig, settings: microSettings });
  expect(whole.result).toBeGreaterThan(0);
  const asked = {
    prompts: ['she met'],
    variants: ['baseline'],
    maxTokens: 2,
    settings: microSettings,
  } as const;
  expect((await runJob(lab, 'ask', asked)).result).toHaveLength(1);
});

test('it ends when it is cancelled, and a model that is too big for the device is refused', async () => {
  const lab = microLab();
  const cancelled = runJob(lab, 'timeStep', { config: microConfig, settings: microSettings }, (_, abort) =>
    abort(),
  );
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  const huge = { ...microConfig, hiddenSize: 32_768, intermediateSize: 131_072 };
  await expect(runJob(lab, 'timeStep', { config: huge, settings: microSettings })).rejects.toMatchObject({
    code: 'plan/too-big',
  });
});
