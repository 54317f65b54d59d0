/** Figures of a report as the reader’s language writes them, by unit. */
import type { Unit } from '../../evaluate/figure';
import { number } from './i18n.svelte';

const digits = (most: number): Intl.NumberFormatOptions => ({ maximumFractionDigits: most });
const percent = { style: 'percent', maximumFractionDigits: 1 } as const;

const least = { share: 0.001, p: 0.001 };

const formats: Readonly<Record<Unit, (value: number) => string>> = {
  share: (value) =>
    value > 0 && value < least.share ? `< ${number(least.share, percent)}` : number(value, percent),
  points: (value) => number(value, digits(2)),
  perplexity: (value) => number(value, digits(value < 100 ? 2 : 0)),
  nats: (value) => number(value, digits(2)),
  difference: (value) => number(value, digits(1)),
  p: (value) =>
    value < least.p ? `< ${number(least.p, digits(3))}` : number(value, { maximumSignificantDigits: 2 }),
};

/** 0.9833 as a share → "98.3%", 1.28e-135 as a p-value → "< 0.001"; a dash if there is none. */
export function formatFigure(unit: Unit, value: number | null): string {
  return value === null ? '–' : formats[unit](value);
}
