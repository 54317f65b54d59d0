/** A curve so small that it needs no axes. */

/** Points of a line through `values`, as `<polyline>` takes them, within `width` × `height`; of many values, means. */
export function sparkPoints(values: readonly number[], width: number, height: number): string {
  const shown = means(
    values.filter((value) => Number.isFinite(value)),
    width,
  );
  const low = shown.reduce((least, one) => Math.min(least, one), Infinity);
  const high = shown.reduce((most, one) => Math.max(most, one), -Infinity);
  const span = high > low ? high - low : 1;
  return shown
    .map((value, i) => {
      const x = shown.length > 1 ? (i / (shown.length - 1)) * width : width;
      return `${round(x)},${round(height - ((value - low) / span) * height)}`;
    })
    .join(' ');
}

/** At most `most` means of consecutive values. */
function means(values: readonly number[], most: number): number[] {
  const size = Math.ceil(values.length / most);
  if (size <= 1) return [...values];
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) => {
    const group = values.slice(i * size, (i + 1) * size);
    return group.reduce((sum, one) => sum + one, 0) / group.length;
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
