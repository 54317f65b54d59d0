/** What is needed to ask an endpoint. */
import type { ServerName } from './presets';

export interface EndpointSettings {
  /** Base address, such as http://localhost:8080/v1; checked by `checkedAddress`. */
  readonly address: string;
  /** A name of its list of models. */
  readonly model: string;
  /** Empty: none is sent. It is in memory only; nothing stores it. */
  readonly key: string;
  /** Most questions at the same time, 1 … 8. */
  readonly atOnce: number;
  /** The local server that was chosen, for the line that admits the page; null: any other. */
  readonly server: ServerName | null;
  /** The origin of the page that asks; null: a program without one. */
  readonly page: string | null;
  /** Most milliseconds without a sign of life. Default: limits.answer */
  readonly silence?: number;
  /** Seconds before each further try after an error that may pass. Default: 1, 4 */
  readonly pauses?: readonly number[];
}

/** Most questions at the same time. */
export const MOST_AT_ONCE = 8;
