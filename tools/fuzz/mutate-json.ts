/** Damages a JSON text where its meaning is: a value or a name in it becomes another. */
import { pick, type Prng } from '../../src/base/prng';

/** Values that readers tend to forget. As text, since JSON.stringify cannot write all of them. */
const odd: readonly string[] = [
  'null', 'true', 'false', '0', '-0', '-1', '1', '0.5', '1e999', '-1e999', '9007199254740993', '4294967296', '1e-320',
  '""', '" "', '"__proto__"', '"\\u0000"', '"\\ud800"', '"NaN"', '"é"', '"e\\u0301"', '"🏮"', '"=1+1"', '"\\r\\n"', '"../x"',
  '[]', '{}', '[[]]', '[null]', '{"":0}', '{"__proto__":{"x":1}}', '{"length":-1}',
]; // prettier-ignore

/** Longer ones, which are made only where they are used. */
const long: readonly (() => string)[] = [
  () => `"${'x'.repeat(20_000)}"`,
  () => `"${'a\\"'.repeat(5_000)}"`,
  () => `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  () => `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  () => `[${'0,'.repeat(20_000)}0]`,
];

/** Stands for the odd value until the rest is written. */
const MARK = '\u0001odd\u0001';

/** The text with one value replaced, one member removed, or one name changed; null if it is not JSON. */
export function mutatedJson(random: Prng, text: string): string | null {
  const value = parsed(text);
  if (value === undefined) return null;
  const places = placesIn(value);
  const at = pick(random, [...places, null]);
  const oddText = random.below(8) === 0 ? pick(random, long)() : pick(random, odd);
  if (!at) return oddText;
  const { holder, key } = at;
  const change = random.below(4);
  const old: unknown = Reflect.get(holder, key);
  if (change === 0) Reflect.deleteProperty(holder, key);
  else Reflect.set(holder, change === 1 ? `${key}${pick(random, ['', '2', 'x'])}` : key, MARK);
  if (change === 1 && !Array.isArray(holder)) Reflect.set(holder, `${key}x`, old);
  return JSON.stringify(value).replaceAll(JSON.stringify(MARK), () => oddText);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

/** Every member and element, at most a few thousand. */
function placesIn(value: unknown): Place[] {
  const places: Place[] = [];
  const open: unknown[] = [value];
  while (open.length > 0 && places.length < 5_000) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, inner] of Object.entries<unknown>({ ...next })) {
      places.push({ holder: next, key });
      open.push(inner);
    }
  }
  return places;
}
