/** A command of a queue. Buttons, key bindings and the help come from the same list. */
export interface Command {
  /** As named by `keyName`. */
  readonly key: string;
  /** Other keys for the same command; not shown on the button. */
  readonly alsoKeys?: readonly string[];
  readonly label: string;
  readonly run: () => void;
  /** Default: true */
  readonly isReady?: boolean;
  /** Position of its button; `help`: no button, only a line in the help. */
  readonly place: 'main' | 'more' | 'help';
}

/** The ready command of a key; null if there is none. */
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

/** A key as shown on a button: "⇧ X". */
export function keySign(key: string): string {
  return key
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(' ');
}
