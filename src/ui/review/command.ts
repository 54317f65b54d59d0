/** What a key does in a queue. The same list makes the buttons, the key bindings and the help. */
export interface Command {
  /** As `keyName` has it. */
  readonly key: string;
  /** Other keys for the same; not shown on the button. */
  readonly alsoKeys?: readonly string[];
  readonly label: string;
  readonly run: () => void;
  /** Default: true */
  readonly isReady?: boolean;
  /** Where its button stands; `help`: it has none, only a line in the help. */
  readonly place: 'main' | 'more' | 'help';
}

/** The command of a key that is ready, or null. */
export function commandFor(commands: readonly Command[], name: string): Command | null {
  return (
    commands.find(
      ({ key, alsoKeys = [], isReady = true }) => isReady && (key === name || alsoKeys.includes(name)),
    ) ?? null
  );
}

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
  Escape: 'Esc',
  Shift: '⇧',
};

/** A key as it is printed on a button: "⇧ X". */
export function keySign(key: string): string {
  return key
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(' ');
}
