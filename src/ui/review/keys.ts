/** Which key was pressed, and whether it is meant for the queue or for the field that has the focus. */

export interface PressedKey {
  readonly key: string;
  /** Safari ends a composition with a key that only this deprecated code tells apart */
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What an input method reports for every key while it composes. */
const COMPOSING = 229;

/**
 * The key as commands name it: "A", "Shift+A", "Enter", "Space", "ArrowLeft", "1", "?", "Ctrl+Z" (Command counts as
 * Ctrl). null while an input method composes, and for keys with Alt, which write characters.
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
