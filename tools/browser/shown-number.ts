/** A number as the English page writes it: −1,234.5 → -1234.5. What follows it is left out. */
export const shownNumber = (text: string | null): number =>
  Number.parseFloat((text ?? '').replace('−', '-').replaceAll(',', ''));
