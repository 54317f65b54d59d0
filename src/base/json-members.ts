/**
 * The members of a JSON object as they are in the file. JSON.parse loses their lines, silently drops repeated keys and
 * moves numeric keys to the front; this keeps all of that.
 */
import { quoted } from './errors';
import { parseJson } from './json';
import { jsonTokens, type JsonToken } from './json-tokens';

export interface JsonMember {
  readonly key: string;
  readonly value: unknown;
  /** Line of the key, counted from 1. */
  readonly line: number;
}

/** Called with the place of an error in the text and what is wrong there; throws. */
export type RefuseJson = (line: number, expected: string, got: string) => never;

export function jsonMembers(text: string, refuse: RefuseJson): JsonMember[] {
  const reader = new Reader(text, refuse);
  const members = reader.object();
  if (reader.next.text !== '') reader.take([''], 'nothing after the object');
  return members;
}

/** The same of each object of a list. */
export function jsonObjects(text: string, refuse: RefuseJson): JsonMember[][] {
  const reader = new Reader(text, refuse);
  const objects = reader.all('[', ']', 'list', () => reader.object());
  if (reader.next.text !== '') reader.take([''], 'nothing after the list');
  return objects;
}

/** Most characters of the file that a message quotes. */
const MOST_SHOWN = 30;

class Reader {
  readonly #tokens: Iterator<JsonToken, void>;
  /** The token to read next; the last one, which is empty, stays. */
  next: JsonToken = { start: 0, end: 0, line: 1, text: '' };

  constructor(
    private readonly text: string,
    private readonly refuse: RefuseJson,
  ) {
    this.#tokens = jsonTokens(text);
    this.#read();
  }

  /** The next token, which must be one of `allowed`. */
  take(allowed: readonly string[], expected: string): string {
    const { text, line } = this.#read();
    return allowed.includes(text) ? text : this.refuse(line, expected, shown(text));
  }

  object(): JsonMember[] {
    return this.all('{', '}', 'object', () => this.member());
  }

  /** Everything between two brackets, with commas in between. */
  all<T>(open: string, close: string, name: string, one: () => T): T[] {
    const found: T[] = [];
    this.take([open], `${name === 'object' ? 'an' : 'a'} ${name} ${open} … ${close}`);
    if (this.next.text === close) {
      this.take([close], `the end of the ${name}`);
      return found;
    }
    do found.push(one());
    while (this.take([',', close], `a comma or the end of the ${name}`) === ',');
    return found;
  }

  private member(): JsonMember {
    const { text, line } = this.#read();
    if (!text.startsWith('"')) return this.refuse(line, 'a key in double quotes', shown(text));
    const key = String(this.#parse(text, line));
    this.take([':'], 'a colon after the key');
    return { key, value: this.#value(), line };
  }

  /** Everything up to the closing bracket; JSON.parse decides whether it is JSON. */
  #value(): unknown {
    const { start, line } = this.next;
    for (let depth = 0; ;) {
      const { text, line: at, end } = this.#read();
      if (text === '') return this.refuse(at, 'a value', shown(''));
      if (text === '{' || text === '[') depth += 1;
      if (text === '}' || text === ']') depth -= 1;
      if (depth <= 0) return this.#parse(this.text.slice(start, end), line);
    }
  }

  #read(): JsonToken {
    const token = this.next;
    this.next = this.#tokens.next().value ?? token;
    return token;
  }

  #parse(json: string, line: number): unknown {
    return parseJson(json, (expected) => this.refuse(line, expected, shown(json)));
  }
}

function shown(token: string): string {
  return token === '' ? 'the end of the file' : quoted(token, MOST_SHOWN);
}
