/** Tables of the printable report. */
import { withMinus } from '../base/minus';
import { html, type Content, type Markup } from './html';

/** A column; numbers are right-aligned. */
export interface Column {
  readonly title: string;
  readonly kind: 'figure' | 'text';
}

export const numberColumns = (...titles: readonly string[]): Column[] =>
  titles.map((title) => ({ title, kind: 'figure' }));
export const texts = (...titles: readonly string[]): Column[] =>
  titles.map((title) => ({ title, kind: 'text' }));

/** A table whose first column has the row headers. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  caption: Markup | null = null,
): Markup {
  const heads = columns.map(({ title, kind }) => html`<th scope="col" class="${kind}">${title}</th>`);
  const body = rows.map(([name = '', ...cells]) => {
    const filled = cells.map((cell, i) => html`<td class="${columns[i + 1]?.kind ?? 'text'}">${cell}</td>`);
    return html`<tr>
      <th scope="row">${name}</th>
      ${filled}
    </tr>`;
  });
  return html`<table>
    ${caption ?? ''}
    <thead>
      <tr>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${body}
    </tbody>
  </table>`;
}

/** Three significant digits; a dash for what was not measured. */
export function digits(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return withMinus(String(Number.isInteger(value) ? value : Number(value.toPrecision(3))));
}
