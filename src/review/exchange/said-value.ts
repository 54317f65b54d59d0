/** One value, however a tool writes it: pandas turns 3 into 3.0 and yes into True, spreadsheets write TRUE. */

/** What tools write in place of an answer that is missing. */
const ABSENT = new Set(['', 'nan', 'none', 'null', 'na', 'n/a', '#n/a', '<na>']);
const YES = new Set(['yes', 'true', '1', '1.0', 'y']);
const NO = new Set(['no', 'false', '0', '0.0', 'n']);

/** The text of a value without the ways to write that there is none: null. */
export function saidText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return saidText(String(value));
  if (typeof value !== 'string') return null;
  return ABSENT.has(value.trim().toLowerCase()) ? null : value;
}

/** The one of `labels` that a text means; undefined if it means none of them. */
export function saidLabel<const L extends string>(labels: readonly L[], text: string): L | undefined {
  const said = text.trim().toLowerCase();
  return (
    labels.find((label) => label === text) ??
    labels.find((label) => label.toLowerCase() === said) ??
    labels.find((label) => isNumber(said) && isNumber(label) && Number(label) === Number(said)) ??
    labels.find((label) => (label === 'yes' && YES.has(said)) || (label === 'no' && NO.has(said)))
  );
}

/** Whether a value means yes. */
export function saysYes(value: unknown): boolean {
  return saidLabel(['no', 'yes'], saidText(value) ?? '') === 'yes';
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
