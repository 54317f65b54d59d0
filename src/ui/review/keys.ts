/** Names the pressed key, and decides whether the queue or the focused field handles it. */

export interface PressedKey {
  readonly key: string;
  /** only this deprecated code identifies the key that ends a composition in Safari */
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** The `keyCode` of every key during composition. */
const COMPOSING = 229;

/**
 * The name of the key in commands: "A", "Shift+A", "Enter", "Space", "ArrowLeft", "1", "?", "Ctrl+Z" (Command counts as
 * Ctrl). Null during composition, and for keys with Alt, which type characters.
 */
export function keyName(event: PressedKey): string | null {
  if (event.isComposing || event.keyCode === COMPOSING || event.altKey) return null;
  const isLetter = /^[a-z]$/i.test(event.key);
  const name = event.key === ' ' ? 'Space' : isLetter ? event.key.toUpperCase() : event.key;
  const shifts = event.shiftKey && (isLetter || name.length > 1);
  const held = [...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []), ...(shifts ? ['Shift'] : [])];
  return [...held, name].join('+');
}

const FIELDS = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]';
const PRESSABLE = 'button, a, summary, input';

/** Whether the focused element needs this key itself: fields all but Escape, buttons Enter and Space. */
export function isTakenBy(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches(FIELDS)) return name !== 'Escape';
  const isPress = name === 'Enter' || name === 'Space';
  const isSlide = target.matches('input') && (name.startsWith('Arrow') || /^(Home|End|Page)/.test(name));
  return isSlide || (isPress && target.matches(PRESSABLE));
}
