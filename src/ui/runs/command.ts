/** The command that repeats runs in Node. */
import { namedBy } from '../../files/own-files';
import { DEFAULT_SPLIT } from '../../evaluate/split';
import { assignmentsOf } from '../../methods/assignments';
import { ownTextSettings } from '../../methods/presets';
import { settingsFor } from '../../methods/settings';
import { ownFileNames, type OwnFile } from './own-files';
import type { RunRow } from './run-rows';

/** What `npm run unlearn` takes where it is told nothing else. */
const USUAL = {
  model: 'models/base',
  world: 'worlds/marrowmere',
  split: DEFAULT_SPLIT,
  method: settingsFor('whp').method,
};

/** Stands in a command for where a model of the user's is on disk: the page does not know that. */
export const MODEL_PATH = 'MODEL';

/**
 * The command for the runs of a row, with all their seeds; null where it could not give the same figures, since a
 * dictionary, labels or prompts were the user’s own, or are not known. A text of the user’s is read from its files.
 */
export function commandOf({ first, runs }: RunRow): string | null {
  const { known, source, split = DEFAULT_SPLIT } = first;
  if (!known || !source || runs.some((run) => run.seed === null)) return null;
  const seeds = runs.map(({ seed }) => seed).join(',');
  const { isOwnText = false } = source;
  const defaults = isOwnText ? ownTextSettings(known.method) : settingsFor(known.method);
  const files: readonly OwnFile[] = isOwnText ? ['text', 'dictionary'] : [];
  const options = [
    ...optionOf('model', namedBy(source.model) ? MODEL_PATH : source.model),
    ...optionOf('world', source.world),
    ...optionOf('split', split),
    ...files.map((file) => `--${file} ${ownFileNames[file]}`),
    ...optionOf('method', known.method),
    ...assignmentsOf(known, defaults).map((assignment) => `--set ${assignment}`),
    runs.length > 1 ? `--seeds ${seeds} --table runs.md` : `--seed ${seeds} --evaluate core --json run.json`,
  ];
  return `npm run unlearn -- ${options.join(' ')}`;
}

function optionOf(name: keyof typeof USUAL, value: string): string[] {
  return value === USUAL[name] ? [] : [`--${name} ${value}`];
}
