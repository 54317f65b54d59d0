/**
 * report.json: a report with the hash of its content, or, where a program wrote it that puts numbers otherwise, of its text
 * before the hash.
 */
import { fail } from '../files/errors';
import { contentHash } from '../base/hash';
import { parseJson } from '../base/json';
import { v, validate } from '../base/schema';
import { REPORT_VERSION, reportShape, type Report } from './report';

const versioned = v.object({ format: v.literal('lethe-report'), version: v.number() });
const file = v.object({ ...reportShape.entries, hash: v.string() });

/**
 * report.json: the report with a hash of its content. A metric that is not finite is written as null.
 * @throws ValiError if the report is not one
 */
export function writeReport(report: Report): string {
  // Through JSON first, so that the hash is that of what is read back, in the schema's order of fields.
  const content = v.parse(reportShape, JSON.parse(JSON.stringify(report)));
  return `${JSON.stringify({ ...content, hash: contentHash(JSON.stringify(content)) }, null, 1)}\n`;
}

/** Reads report.json. @throws LetheError file/newer if it is of a later version, file/invalid if it is no report or was changed */
export function parseReport(text: string, path = 'report.json'): Report {
  const refuse = (expected: string, got: string): never => fail('file/invalid', { path, expected, got });
  const json = parseJson(text, refuse);
  const said = v.safeParse(versioned, json);
  const version = said.success ? said.output.version : REPORT_VERSION;
  if (version > REPORT_VERSION)
    fail('file/newer', { path, version: String(version), known: String(REPORT_VERSION) });
  const { hash, ...content } = validate(file, json, ({ field, expected, got }) =>
    refuse(`${expected} at ${field}`, got),
  );
  const before = text.slice(0, Math.max(0, text.lastIndexOf(',\n "hash":')));
  if (contentHash(JSON.stringify(content)) !== hash && contentHash(before) !== hash)
    refuse('content that matches its hash', 'changed content');
  return content;
}
