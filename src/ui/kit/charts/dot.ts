/** A dot of a scatter chart. */
export interface Dot {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** from 0 to 1 */
  readonly x: number;
  readonly y: number;
  /** single values that the dot is the mean of */
  readonly members: readonly (readonly [x: number, y: number])[];
  readonly isChosen: boolean;
  /** null: it is a mark to compare with, and cannot be chosen */
  readonly onchoose: (() => void) | null;
}
