/** A curve among many. */
export interface NamedCurve {
  readonly id: string;
  readonly name: string;
  /** null: not chosen */
  readonly color: string | null;
  readonly points: readonly (readonly [step: number, value: number | null])[];
}
