/** What the clock needs once a run begins. */
import type { Timed } from './clock';
import { ratesOf } from './costs';
import { keepRates } from './rates';

export { followed } from './follow';
export { readRates } from './rates';

/** Keeps what a run measured on a device. */
export function keepTimes(device: string, timed: readonly Timed[]): void {
  keepRates(device, ratesOf(timed));
}
