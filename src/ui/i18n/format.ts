/** Numbers formatted in the page's language. */
import { language, number, t } from './i18n.svelte';
import { saidTime } from './said-time';
import { languageTags } from './translations';

/** 0.1234 → "12.3%". */
export const percent = (share: number): string =>
  number(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share for reading at a glance, with two significant digits: 0.983 → "98%", 0.00142 → "0.14%", 0 → "0%". */
export function share(value: number): string {
  const least = 0.0001;
  if (value > 0 && value < least) return `< ${number(least, { style: 'percent', maximumFractionDigits: 2 })}`;
  return number(value, { style: 'percent', maximumSignificantDigits: 2 });
}

/** A metric with three significant digits: 0.12345 → "0.123", 0.00000123 → "1.23E-6"; a dash if there is none. */
export function formatMetric(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (Number.isInteger(value)) return number(value);
  const notation = Math.abs(value) < 1e-4 ? 'scientific' : 'standard';
  return number(value, { maximumSignificantDigits: 3, notation });
}

/** Milliseconds since 1970 → "Nov 24, 2026". */
export const day = (at: number): string =>
  new Intl.DateTimeFormat(languageTags[language()], { dateStyle: 'medium' }).format(at);

/** 75 → "1 min 15 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0
    ? t('stage.minutes', { minutes: number(minutes), seconds: number(whole % 60) })
    : t('stage.seconds', { seconds: number(whole) });
}

/** A time left in seconds: 170 → "about 3 min". */
export function timeLeft(seconds: number): string {
  const said = saidTime(seconds);
  return said.unit === 'moment'
    ? t('stage.time.moment')
    : t(`stage.time.${said.unit}`, { value: number(said.count) });
}

/** With one decimal below 10: 3.75 → "3.8", 9.01 → "9", 49.97 → "50". */
const brief = (value: number): string => number(value, { maximumFractionDigits: value < 9.95 ? 1 : 0 });

/** 3750000 → "3.8 MB". */
export const megabytes = (bytes: number): string => `${brief(bytes / 1e6)} MB`;

/** In megabytes; in gigabytes from 1000 MB on. */
export const formatBytes = (bytes: number): string =>
  bytes < 1e9 ? megabytes(bytes) : `${brief(bytes / 1e9)} GB`;

/** 4321 → "4.3 kB". */
export const kilobytes = (bytes: number): string => `${brief(bytes / 1e3)} kB`;

/** 1890000 → "1.9". */
export const millions = (count: number): string => brief(count / 1e6);
