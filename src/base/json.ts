/** JSON from outside. */

/** Most levels of brackets: our files have about ten, and what walks a value level by level must not run out of stack. */
export const MOST_LEVELS = 100;

/** A value, or what is wrong with the text. */
type JsonResult =
  | { readonly value: unknown }
  | { readonly expected: string; readonly got: string; readonly isTooDeep: boolean };

export function tryJson(text: string): JsonResult {
  if (levelsOf(text) > MOST_LEVELS)
    return { expected: `JSON of at most ${MOST_LEVELS} levels`, got: 'more', isTooDeep: true };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const got = error instanceof Error ? error.message : 'something else';
    return { expected: 'JSON', got, isTooDeep: false };
  }
}

/** The value of a JSON text; what is wrong with it goes to `refuse`, which throws. */
export function parseJson(text: string, refuse: (expected: string, got: string) => never): unknown {
  const result = tryJson(text);
  return 'value' in result ? result.value : refuse(result.expected, result.got);
}

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];
const [OPEN, CLOSE] = [new Set(codes('[{')), new Set(codes(']}'))];

function codes(characters: string): number[] {
  return Array.from(characters, (one) => one.charCodeAt(0));
}

/** The deepest nesting of brackets outside strings, up to the first that is too deep. */
function levelsOf(text: string): number {
  let [depth, deepest, isInString] = [0, 0, false];
  for (let i = 0; i < text.length && deepest <= MOST_LEVELS; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) isInString = !isInString;
    else if (isInString) i += Number(code === BACKSLASH);
    else if (OPEN.has(code)) deepest = Math.max(deepest, ++depth);
    else if (CLOSE.has(code)) depth--;
  }
  return deepest;
}
