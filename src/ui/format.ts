/** Numbers for people. */

/** 0.1234 → "12.3 %". */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** 75 → "1 min 15 s". */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes > 0 ? `${minutes} min ${whole % 60} s` : `${whole} s`;
}

/** 3750000 → "3.8 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** 1890000 → "1.9 million". */
export const millions = (count: number): string => `${(count / 1e6).toFixed(1)} million`;
