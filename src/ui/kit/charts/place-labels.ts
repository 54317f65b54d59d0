/** Finds room for the names beside the points of a chart. */

interface Point {
  /** pixels from the upper left */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a text begins, or ends, on its baseline. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Between a point's centre and its name. */
const GAP = 9;

/**
 * For each point a place to its right, left, above or below, where it covers no point and no name placed before; null
 * where there is none. Earlier points come first. `size` is that of the font, in pixels.
 */
export function placeLabels(
  points: readonly Point[],
  { width, height, size }: { readonly width: number; readonly height: number; readonly size: number },
): (LabelPlace | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 5, top: y - 5, right: x + 5, bottom: y + 5 }));
  return points.map(({ x, y, text }) => {
    const places: LabelPlace[] = [
      { x: x + GAP, y: y + size / 3, anchor: 'start' },
      { x: x - GAP, y: y + size / 3, anchor: 'end' },
      { x, y: y - GAP, anchor: 'middle' },
      { x, y: y + GAP + size * 0.9, anchor: 'middle' },
      { x: x + GAP / 2, y: y + GAP + size * 0.9, anchor: 'end' },
      { x: x - GAP / 2, y: y + GAP + size * 0.9, anchor: 'start' },
      // a line further down, below the name of a neighbour
      { x: x + GAP / 2, y: y + GAP + size * 2, anchor: 'end' },
      { x: x - GAP / 2, y: y + GAP + size * 2, anchor: 'start' },
    ];
    const free = places.find((place) => {
      const box = boxOf(place, widthOf(text, size), size);
      const isInside = box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
      return isInside && !taken.some((other) => overlap(box, other));
    });
    if (free) taken.push(boxOf(free, widthOf(text, size), size));
    return free ?? null;
  });
}

/** In pixels, about: browsers have different fonts. A Chinese character is as wide as it is high. */
export function widthOf(text: string, size: number): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? size : size * 0.58), 0);
}

function boxOf({ x, y, anchor }: LabelPlace, width: number, size: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, top: y - size * 0.72, right: left + width, bottom: y + size * 0.2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
