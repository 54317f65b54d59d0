/** The parts of the recorded run, and which of them each place shows: what no place shows yet is not fetched. */
import type { PlaceName } from '../address/places';
import type { LabScreen } from '../address/screen-names';

/** `run` has its settings, curves and answers; labels and report are larger. */
export const recordedParts = ['run', 'labels', 'report'] as const;
export type RecordedPart = (typeof recordedParts)[number];

const ofScreens: Readonly<Partial<Record<LabScreen, readonly RecordedPart[]>>> = {
  label: ['run', 'labels'],
  evaluate: ['run', 'report'],
};

/** Those of the demonstration. */
export const demoParts: readonly RecordedPart[] = ['run', 'labels'];

/** The first screen shows the proof, which is a file of its own. */
export function recordedPartsOf(place: PlaceName, screen: LabScreen): readonly RecordedPart[] {
  if (place === 'see') return [];
  return place === 'lab' ? (ofScreens[screen] ?? ['run']) : recordedParts;
}
