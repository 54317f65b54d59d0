/** The options of `npm run draft`. */
import { parseArgs } from 'node:util';
import { MOST_AT_ONCE } from '../../src/assist/endpoint/settings';
import { checkedFile } from '../lab/output-paths';
import { KEY_FROM, type NamedEndpoint } from '../assist/open-endpoint';

export interface Options {
  readonly text: string;
  readonly endpoint: NamedEndpoint;
  /** a dictionary whose entries stay as they are; null: none */
  readonly dictionary: string | null;
  /** whether there is a second pass */
  readonly isConsistent: boolean;
  readonly longest: number;
  readonly maxTokens: number;
  readonly json: string | null;
  readonly details: string | null;
}

/** @throws Error that names the option that does not fit */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      text: { type: 'string' },
      endpoint: { type: 'string' },
      model: { type: 'string' },
      'key-from': { type: 'string', default: KEY_FROM },
      'at-once': { type: 'string', default: '1' },
      dictionary: { type: 'string' },
      'one-pass': { type: 'boolean', default: false },
      longest: { type: 'string', default: '3000' },
      'max-tokens': { type: 'string', default: '2048' },
      json: { type: 'string' },
      details: { type: 'string' },
    },
  });
  const needed = (name: 'text' | 'endpoint'): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`--${name}: expected one, got none`);
    return value;
  };
  if (values.json === undefined && values.details === undefined)
    throw new Error('--json: expected the file for the dictionary, got none');
  return {
    text: needed('text'),
    endpoint: {
      address: needed('endpoint'),
      model: values.model ?? null,
      keyFrom: values['key-from'],
      atOnce: numberOf('at-once', values['at-once'], 1, MOST_AT_ONCE),
      option: '--model',
    },
    dictionary: values.dictionary ?? null,
    isConsistent: !values['one-pass'],
    longest: numberOf('longest', values.longest, 200, 1_000_000),
    maxTokens: numberOf('max-tokens', values['max-tokens'], 16, 100_000),
    json: checkedFile('json', values.json),
    details: checkedFile('details', values.details),
  };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`--${name}: expected a whole number from ${least} to ${most}, got ${text}`);
}
