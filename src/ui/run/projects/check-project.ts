/**
 * Whether the parts of an imported project are what they should be: a part that is not would be ignored when it is read.
 * A part that lacks a field is of another version and may be ignored; only its trained results are lost.
 */
import { hasCode, LetheError } from '../../../base/errors';
import { v } from '../../../base/schema';
import { fileErrors } from '../../../files/errors';
import { fail } from '../../../store/errors';
import type { Entries } from '../../../store/projects';
import { runSlots } from '../../../store/run';
import { parseLabels } from '../../../unlearn/parse-labels';
import { pageSlots } from './page-state';

const slots = [...Object.values(pageSlots), ...Object.values(runSlots)];

/** @throws LetheError project/invalid naming the part and the field that does not fit */
export function checkProject(file: string, entries: Entries): void {
  for (const { key, schema } of slots) {
    if (entries[key] === undefined) continue;
    const result = v.safeParse<v.GenericSchema>(schema, entries[key]);
    if (result.success || result.issues.some(({ received }) => received === 'undefined')) continue;
    const [issue] = result.issues;
    const field = [key, v.getDotPath(issue)].filter(Boolean).join('.');
    const expected = `${issue.expected ?? issue.message} at ${field}`;
    fail('project/invalid', { file, expected, got: issue.received });
  }
  checkLabels(file, entries[runSlots.label.key]);
}

/** Labels with settings that are no longer valid are of version 0.1; they are out of date, not damaged. */
function checkLabels(file: string, entry: unknown): void {
  const saved = v.safeParse(runSlots.label.schema, entry);
  if (!saved.success) return;
  try {
    parseLabels(saved.output.file, runSlots.label.key);
  } catch (error) {
    if (!(error instanceof LetheError) || !hasCode(error, fileErrors, 'file/invalid')) return;
    const { path = '', expected = '', got = '' } = error.params;
    fail('project/invalid', { file, expected: `${expected} in ${path}`, got }, error);
  }
}
