/** Where the line of a token begins and ends in its block. */
import type { LabelRecord } from '../../../unlearn/record';

/** At most so many tokens before and after. */
interface Most {
  readonly before: number;
  readonly after: number;
}

/** From the token after the last line break to that before the next; `to` is exclusive. */
export function lineAround(
  { ids }: Pick<LabelRecord, 'ids'>,
  at: number,
  text: (id: number) => string,
  { before, after }: Most,
): { readonly from: number; readonly to: number } {
  const breaks = (id: number): boolean => text(id).includes('\n');
  let [from, to] = [at, at + 1];
  while (from > 0 && at - from < before && !breaks(ids[from - 1] ?? 0)) from -= 1;
  while (to < ids.length && to - at <= after && !breaks(ids[to] ?? 0)) to += 1;
  return { from, to };
}
