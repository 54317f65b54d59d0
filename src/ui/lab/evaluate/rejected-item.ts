/** An item of a user's file that cannot be used. */
export interface RejectedItem {
  /** name of its file, where there are several */
  readonly file?: string;
  /** where it starts, from 1 */
  readonly line: number;
  readonly reason: string;
}
