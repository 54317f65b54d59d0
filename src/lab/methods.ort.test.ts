/** Every method on a micro data set: it trains, resumes bit-identically, and is evaluated. */
import { afterEach, expect, test } from 'vitest';
import { methodNames } from '../methods/catalogue';
import { parseSettings, pipelineOf, settingsFor } from '../methods/settings';
import { stagesOf } from '../pipeline/stage';
import { memoryKeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import { labHost, type Made } from './lab-host';
import type { Lab } from './lab';
import { microLab, microLoad, microSettings, runJob } from './micro-lab';
import { runTo } from './run-to';

const labs: Lab[] = [];
afterEach(async () => {
  for (const lab of labs.splice(0)) await lab.release();
});

const settingsOf = (method: (typeof methodNames)[number]) => {
  const { reinforce, unlearn, lora, blockLength } = microSettings;
  return parseSettings({ ...settingsFor(method), reinforce, unlearn, lora, blockLength });
};

test.each(methodNames)(
  '%s runs the stages that it names, and the same bits come out again',
  async (method) => {
    const settings = settingsOf(method);
    const run = async (interrupt: boolean) => {
      const store = memoryKeyValue();
      const lab = microLab({}, store);
      labs.push(lab);
      await runJob(lab, 'load', microLoad);
      const { signal } = new AbortController();
      const made: Made = {};
      const plan = { settings, evaluate: { variants: ['baseline', 'unlearned'], parts: ['text'] } } as const;
      const stages: string[] = [];
      const go = async (target: 'unlearn' | 'evaluate', resume = false) => {
        for await (const event of runTo(labHost(lab, plan, signal, made), target, { resume }))
          if (event.kind === 'made') stages.push(event.stage);
      };
      if (interrupt) {
        for (const stage of stagesOf(pipelineOf(settings), settings).filter(
          (one) => one !== 'evaluate' && one !== 'unlearn',
        ))
          for await (const _ of runTo(labHost(lab, plan, signal), stage));
        const half = runJob(lab, 'unlearn', { settings }, (event, abort) => {
          if (event.kind === 'step' && event.step === 2) abort();
        });
        await expect(half).rejects.toThrow('abort');
        await go('unlearn', true);
      }
      await go('evaluate');
      return { stages, report: made.report, parameters: (await runSlots.unlearn.read(store))?.parameters };
    };
    const whole = await run(false);
    expect(whole.stages).toEqual(stagesOf(pipelineOf(settings), settings));
    expect(whole.report?.settings.method).toBe(method);
    const { baseline, unlearned } = whole.report?.evaluation ?? {};
    expect(unlearned?.perplexity?.agg_value).not.toBe(baseline?.perplexity?.agg_value);
    expect((await run(true)).parameters).toEqual(whole.parameters);
  },
);
