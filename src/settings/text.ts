/** The value of a setting as text, as links and commands hold it. */
import type { Field } from './field';

/** What `readValue` reads back exactly. */
export function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

/** The value of a field from its text, not yet checked against its bounds; undefined if it is none. */
export function readValue(field: Field, text: string): unknown {
  switch (field.kind) {
    case 'number': {
      const value = text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? value : undefined;
    }
    case 'choice':
      return field.options.find((option) => option === text);
    case 'switch':
      return text === '1' ? true : text === '0' ? false : undefined;
    case 'subset': {
      const wanted = text.split(',');
      const found = field.options.filter((option) => wanted.includes(option));
      return found.length > 0 ? found : undefined;
    }
  }
}
