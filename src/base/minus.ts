/** A number that was written with a hyphen, with the minus sign (U+2212), which is as wide as a plus: −0.5, 1.2E−7. */
export const withMinus = (written: string): string => written.replaceAll('-', '\u2212');
