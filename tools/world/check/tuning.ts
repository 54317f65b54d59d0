/** A run of a sweep or a tuning: whoever chooses settings by its figures sees the development items only. */
import type { FileSource } from '../../../src/files/source';
import type { RunSettings } from '../../../src/methods/settings';
import { runMethod, type MethodRun } from './method';
import type { Suite } from './suite';

/** Only this file lends the method to tools that choose settings (`house/importers` in eslint.config.js). */
export function tuningRun(
  source: FileSource,
  suite: Suite<'development'>,
  settings: RunSettings,
): Promise<MethodRun> {
  return runMethod(source, suite, settings);
}
