/** HTML templates that escape their values, so that text can never become markup by mistake. */

class Markup {
  constructor(readonly text: string) {}
}
export type { Markup };

export type Content = string | number | Markup | readonly Content[];

/** Markup with escaped values. Values that are markup from `html` are not escaped again; lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, i) => part + write(values[i] ?? '')).join(''));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function write(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return content.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
  return typeof content === 'number' ? String(content) : content.map(write).join('');
}
