/** How good the times were that the page's clock showed, against how long it really took. */
import type { StageName } from '../../src/pipeline/stage';
import { MOMENT, saidTime } from '../../src/ui/i18n/said-time';
import { ratesOf, type Rate } from '../../src/ui/run/clock/costs';
import { followed, type Followed } from '../../src/ui/run/clock/follow';
import type { TimedEvent } from '../../src/ui/run/clock/series';
import type { RunSize } from '../../src/ui/run/clock/work';

/** A time left that was shown, and when; in seconds. Null: none was shown yet. */
export interface ShownTime {
  readonly at: number;
  readonly left: number | null;
}

export interface EstimateQuality {
  /** updates after the first tenth */
  readonly updates: number;
  /** share of these within a factor of 1.5 of the truth */
  readonly within: number;
  /** the largest factor */
  readonly worst: number;
  /** share of all updates that showed more than the one before */
  readonly rising: number;
}

const FACTOR = 1.5;
const TENTH = 0.1;

/** Of something that took from `start` to `end`. Below ten seconds, the page says that it takes a moment. */
export function estimateQuality(shown: readonly ShownTime[], start: number, end: number): EstimateQuality {
  const later = shown.filter(({ at }) => at >= start + TENTH * (end - start));
  const factors = later.map(({ at, left }) => {
    const [said, truth] = [Math.max(left ?? Infinity, MOMENT), Math.max(end - at, MOMENT)];
    return Math.max(said / truth, truth / said);
  });
  const rising = shown.filter(({ left }, i) => {
    const before = shown[i - 1]?.left ?? null;
    return left !== null && before !== null && left > before;
  });
  return {
    updates: later.length,
    within: shareOf(factors.filter((factor) => factor <= FACTOR).length, later.length),
    worst: factors.reduce((most, one) => Math.max(most, one), 1),
    rising: shareOf(rising.length, shown.length),
  };
}

export interface RunEstimates {
  readonly stages: Readonly<Partial<Record<StageName, EstimateQuality>>>;
  readonly run: EstimateQuality;
  /** what the run measured, for the next one on this device */
  readonly rates: readonly Rate[];
}

/** What the page would have shown during these events, judged. */
export function judgeClock(
  events: readonly TimedEvent[],
  size: RunSize,
  former: readonly Rate[],
): RunEstimates {
  const ofRun: ShownTime[] = [];
  const ofStage = new Map<StageName, ShownTime[]>();
  let state: Followed | null = null;
  for (const { at, event } of events) {
    state = followed(state, event, { now: at, size, former });
    if (!state) continue;
    const { stage, left, stageLeft } = state;
    ofRun.push({ at, left: said(left?.seconds) });
    ofStage.set(stage, [...(ofStage.get(stage) ?? []), { at, left: said(stageLeft?.seconds) }]);
  }
  const judged = [...ofStage].map(([stage, shown]) => [stage, judge(shown)] as const);
  return { stages: Object.fromEntries(judged), run: judge(ofRun), rates: ratesOf(state?.clock.timed ?? []) };
}

function judge(shown: readonly ShownTime[]): EstimateQuality {
  return estimateQuality(shown, shown[0]?.at ?? 0, shown.at(-1)?.at ?? 0);
}

/** In seconds, as it is read on the page. */
function said(seconds: number | undefined): number | null {
  if (seconds === undefined) return null;
  const words = saidTime(seconds);
  switch (words.unit) {
    case 'moment':
      return MOMENT;
    case 'seconds':
      return words.count;
    case 'minutes':
      return 60 * words.count;
    case 'hours':
      return 3600 * words.count;
  }
}

const shareOf = (some: number, all: number): number => (all === 0 ? 1 : some / all);
