/**
 * The members of a JSON object as they are in the file. JSON.parse loses their lines, silently drops repeated keys and
 * moves numeric keys to the front; this keeps all of that.
 */

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
  const members: JsonMember[] = [];
  reader.take(['{'], 'an object { … }');
  if (reader.peek() === '}') {
    reader.take(['}'], 'the end of the object');
  } else {
    do members.push(reader.member());
    while (reader.take([',', '}'], 'a comma or the end of the object') === ',');
  }
  reader.take([''], 'nothing after the object');
  return members;
}

/** Space, then a string, a bracket, a separator, a number or word, a quote that is never closed, or the end. */
const TOKEN = /[ \t\r\n]*("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s{}[\]:,"]+|"|[^]|$)/suy;
const LINE_BREAK = /\r\n|\r|\n/g;
/** Most characters of the file that a message quotes. */
const MOST_SHOWN = 30;

class Reader {
  #at = 0;
  #line = 1;

  constructor(
    private readonly text: string,
    private readonly refuse: RefuseJson,
  ) {}

  peek(): string {
    TOKEN.lastIndex = this.#at;
    return TOKEN.exec(this.text)?.[1] ?? '';
  }

  /** The next token, which must be one of `allowed`. */
  take(allowed: readonly string[], expected: string): string {
    const token = this.#next();
    return allowed.includes(token) ? token : this.refuse(this.#line, expected, shown(token));
  }

  member(): JsonMember {
    const token = this.#next();
    const line = this.#line;
    if (!token.startsWith('"')) return this.refuse(line, 'a key in double quotes', shown(token));
    const key = String(this.#parse(token, line));
    this.take([':'], 'a colon after the key');
    return { key, value: this.#value(), line };
  }

  /** Everything up to the closing bracket; JSON.parse decides whether it is JSON. */
  #value(): unknown {
    const start = this.#at;
    const line = this.#line;
    let depth = 0;
    do {
      const token = this.#next();
      if (token === '') return this.refuse(this.#line, 'a value', shown(token));
      if (token === '{' || token === '[') depth += 1;
      if (token === '}' || token === ']') depth -= 1;
    } while (depth > 0);
    return this.#parse(this.text.slice(start, this.#at).trim(), line);
  }

  #next(): string {
    const start = this.#at;
    const token = this.peek();
    this.#at = TOKEN.lastIndex;
    this.#line += (this.text.slice(start, this.#at).match(LINE_BREAK) ?? []).length;
    return token;
  }

  #parse(json: string, line: number): unknown {
    try {
      return JSON.parse(json);
    } catch {
      return this.refuse(line, 'JSON', shown(json));
    }
  }
}

function shown(token: string): string {
  if (token === '') return 'the end of the file';
  return token.length > MOST_SHOWN ? `${token.slice(0, MOST_SHOWN)}…` : token;
}
