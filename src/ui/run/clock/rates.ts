/** What former runs measured on each device, kept in this browser. */
import { v } from '../../../base/schema';
import { evaluationParts } from '../../../lab/evaluate-input';
import { stageNames } from '../../../pipeline/stage';
import { readPreference, writePreference } from '../../browser/preferences/storage';
import { joinRates, type Rate } from './costs';

const kinds = ['start', 'step', 'block', 'look', 'measure', 'evaluation', ...evaluationParts.full] as const;
const shape = v.array(
  v.object({
    stage: v.picklist(stageNames),
    kind: v.picklist(kinds),
    seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
  }),
);

/** `device`: a name for the model and what it runs on. None if there were none, or they cannot be read. */
export function readRates(device: string): Rate[] {
  try {
    return v.parse(shape, JSON.parse(readPreference(nameOf(device)) ?? '[]'));
  } catch {
    return [];
  }
}

/** Keeps new rates beside former ones of other work; none of a device that is lost and has no name. */
export function keepRates(device: string, rates: readonly Rate[]): void {
  if (device !== '') writePreference(nameOf(device), JSON.stringify(joinRates(readRates(device), rates)));
}

const nameOf = (device: string): string => `rates ${device}`;
