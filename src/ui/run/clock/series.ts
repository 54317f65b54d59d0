/** The events of a run as the clock hears them, as plain data: the benchmark writes them, and tests read them. */
import { v } from '../../../base/schema';
import { evaluationParts } from '../../../lab/evaluate-input';
import { stageNames } from '../../../pipeline/stage';
import type { ClockEvent } from './clock';

export interface TimedEvent {
  /** seconds */
  readonly at: number;
  readonly event: ClockEvent;
}

const part = v.picklist(evaluationParts.full);
const activities = [
  'readingFiles',
  'openingDevice',
  'comparingDevices',
  'compiling',
  'translating',
  'scoring',
] as const;

const work = v.variant('kind', [
  v.object({ kind: v.literal('activity'), activity: v.picklist(activities) }),
  v.object({ kind: v.literal('step'), step: v.number(), steps: v.number() }),
  v.object({ kind: v.literal('resumed'), step: v.number(), probes: v.array(v.unknown()) }),
  v.object({ kind: v.literal('probe') }),
  v.object({ kind: v.literal('label'), block: v.number(), blocks: v.number() }),
  v.object({ kind: v.literal('planned'), items: v.record(part, v.number()) }),
  v.object({ kind: v.literal('evaluate'), part, done: v.number() }),
  v.object({ kind: v.picklist(['checkpoint', 'read', 'write']) }),
]);

const event = v.variant('kind', [
  v.object({
    kind: v.literal('stage'),
    stage: v.picklist(stageNames),
    ahead: v.array(v.picklist(stageNames)),
  }),
  v.object({ kind: v.literal('progress'), event: work }),
  v.object({ kind: v.picklist(['made', 'recovering', 'held', 'released', 'stopping']) }),
]);

const series = v.array(
  v.object({
    at: v.pipe(
      v.number(),
      v.transform((at) => Math.round(at * 100) / 100),
    ),
    event,
  }),
);

/** Drops all that the clock does not read. @throws ValiError for anything else */
export function parseSeries(data: unknown): TimedEvent[] {
  return v.parse(series, data);
}
