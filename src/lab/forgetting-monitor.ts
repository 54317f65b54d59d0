/** Monitors the forgetting: runs a small fixed part of the evaluation every few steps, as in the paper's table. */
import { append } from '../base/append';
import { collapseWarnings, type CollapseSample } from '../evaluate/collapse';
import type { EvalContext } from '../evaluate/eval-context';
import type { Metrics } from '../evaluate/metric-results';
import { nextTokens } from '../evaluate/next-token';
import { completions } from '../evaluate/parts/completions';
import { general } from '../evaluate/parts/general';
import { repetition } from '../evaluate/parts/repetition';
import { text } from '../evaluate/parts/text';
import type { Report, Trace } from '../evaluate/report';
import { traceOf, tracedAnswer, type Traced } from '../evaluate/trace';
import { AdapterBank, type Adapter } from '../model/adapter-bank';
import type { TrainingProbe } from '../unlearn/training-probe';
import { watched, type ProbeBegins, type ProbeEvent, type WatchedName } from './probe-event';
import { parseProbeHistory } from './probe-history';
import { monitoredPart } from './monitored-part';
import { isDue, type MonitorSettings } from './monitor-settings';

/** Everything that was measured during a training, as a report holds it. */
export type ProbeHistory = Required<Pick<Report, 'curves' | 'warnings'>> & Partial<Pick<Report, 'trace'>>;

/** Evaluates every monitored metric, and keeps the results. */
export class ForgettingMonitor implements TrainingProbe<ProbeBegins | ProbeEvent> {
  readonly #probes: ProbeEvent[] = [];
  readonly #context: EvalContext;
  readonly #traced: Traced | null;

  constructor(
    context: EvalContext,
    private readonly settings: MonitorSettings,
  ) {
    this.#context = monitoredPart(context);
    this.#traced = tracedAnswer(this.#context);
  }

  isDue(step: number): boolean {
    return isDue(this.settings.every, step);
  }

  async *evaluate(
    step: number,
    adapter: Adapter,
    signal: AbortSignal = new AbortController().signal,
  ): AsyncGenerator<ProbeBegins | ProbeEvent, boolean> {
    yield { kind: 'activity', activity: 'scoring' };
    const { model } = this.#context.evaluated;
    const bank = new AdapterBank(model.device, model.config, adapter.lora);
    try {
      await bank.set('unlearned', adapter);
      const context: EvalContext = {
        ...this.#context,
        evaluated: { model, bank, variantRef: { variant: 'unlearned' } },
      };
      const metrics = await measured(context, signal);
      const now = {
        kind: 'probe',
        step,
        figures: metrics,
        trace: this.#traced ? await traceOf(context, this.#traced, signal) : [],
        sentences: await nextTokens(context, this.settings.sentences, signal),
      } as const;
      const warnings = collapseWarnings([...this.#probes, now].map(collapseSampleOf));
      const event = { ...now, warnings };
      this.#probes.push(event);
      yield event;
      const { until, stopOnCollapse } = this.settings;
      const isForgotten = until !== null && step > 0 && (metrics.familiarity ?? Infinity) <= until;
      return isForgotten || (stopOnCollapse && warnings.length > 0);
    } finally {
      await bank.release();
    }
  }

  /** What was measured so far: a copy, since events that hold it are sent later than further probes are made. */
  get probes(): readonly ProbeEvent[] {
    return [...this.#probes];
  }

  /** Continues from the saved state of an earlier monitor. */
  restore(history: readonly unknown[]): void {
    const probes = parseProbeHistory(history);
    this.#probes.length = 0;
    append(this.#probes, probes);
  }

  /** What was measured, as a report holds it. */
  report(): ProbeHistory {
    const curve = (name: WatchedName): [number, number | null][] =>
      this.#probes.map(({ step, figures }) => [step, figures[name]]);
    const rows = this.#probes.map(({ step, trace }): Trace['rows'][number] => [step, [...trace]]);
    const traced = this.#traced;
    return {
      curves: Object.fromEntries(watched.map((name) => [name, { unlearned: curve(name) }])),
      warnings: [...(this.#probes.at(-1)?.warnings ?? [])],
      ...(traced ? { trace: { prompt: traced.prompt, tokens: [...traced.tokens], rows } } : {}),
    };
  }
}

async function measured(context: EvalContext, signal: AbortSignal): Promise<ProbeEvent['figures']> {
  let metrics: Metrics = {};
  for (const part of [completions, general, text, repetition])
    if (part.count(context) > 0) metrics = { ...metrics, ...(await drawn(part.run(context, signal))) };
  const value = (name: WatchedName): number | null => metrics[name]?.value.agg_value ?? null;
  return {
    familiarity: value('familiarity'),
    answers: value('answers'),
    general: value('general'),
    perplexity: value('perplexity'),
    repetition: value('repetition'),
  };
}

function collapseSampleOf({ step, figures }: Pick<ProbeEvent, 'step' | 'figures'>): CollapseSample {
  return {
    step,
    perplexity: figures.perplexity ?? Number.NaN,
    repetition: figures.repetition ?? 0,
  };
}

async function drawn<R>(job: AsyncGenerator<number, R>): Promise<R> {
  for (;;) {
    const next = await job.next();
    if (next.done) return next.value;
  }
}
