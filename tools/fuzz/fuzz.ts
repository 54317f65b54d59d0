/** Feeds a reader damaged files: each must be read, or refused with an error that says why, within its time. */
import { LetheError } from '../../src/base/errors';
import { pick, prng, type Prng } from '../../src/base/prng';
import { mutatedBytes, noise } from './mutate-bytes';
import { mutatedJson } from './mutate-json';
import type { Reader } from './reader';

/** Most milliseconds for one file: the readers need a few, but the machine may be busy. */
const MOST_TIME = 5_000;
/** Most characters of an error: three quotations of 200 and our own words. */
const MOST_MESSAGE = 1_000;

interface Violation {
  /** which input, from 0; with the seed it makes the same file again */
  readonly input: number;
  readonly what: string;
}

export interface Outcome {
  readonly reader: string;
  readonly inputs: number;
  readonly read: number;
  readonly refused: number;
  readonly violations: readonly Violation[];
}

/** The `input`-th damaged file. */
export function damagedFile({ seeds, name }: Reader, seed: number, input: number): Uint8Array {
  const random = prng(seed * 1_000_003 + input + name.length * 7919);
  const [bytes, other] = [pick(random, seeds), pick(random, seeds)];
  const kind = random.below(20);
  if (kind === 0) return noise(random);
  return (kind < 9 ? structural(random, bytes) : null) ?? mutatedBytes(random, bytes, other);
}

/** Damage to the meaning of a file of JSON, or of one line of JSONL. */
function structural(random: Prng, bytes: Uint8Array): Uint8Array | null {
  const text = new TextDecoder().decode(bytes);
  const whole = mutatedJson(random, text);
  if (whole !== null) return new TextEncoder().encode(whole);
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const line = mutatedJson(random, lines[at] ?? '');
  return line === null ? null : new TextEncoder().encode(lines.with(at, line).join('\n'));
}

export async function fuzz(reader: Reader, seed: number, inputs: number): Promise<Outcome> {
  const violations: Violation[] = [];
  let [read, refused] = [0, 0];
  for (const file of reader.seeds) await reader.read(file);
  for (let input = 0; input < inputs; input++) {
    const file = damagedFile(reader, seed, input);
    const began = performance.now();
    try {
      await reader.read(file);
      read += 1;
    } catch (error) {
      refused += 1;
      if (!(error instanceof LetheError)) violations.push({ input, what: String(error).slice(0, 300) });
      else if (error.message.length > MOST_MESSAGE)
        violations.push({ input, what: `a message of ${error.message.length} characters` });
    }
    const took = performance.now() - began;
    if (took > MOST_TIME) violations.push({ input, what: `took ${(took / 1000).toFixed(1)} s` });
  }
  return { reader: reader.name, inputs, read, refused, violations };
}
