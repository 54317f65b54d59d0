/** The model and settings of a review’s items; part of every export. */
export interface Source {
  /** Hash of the model. */
  readonly model: string;
  /** Hash of the settings. */
  readonly config: string;
}

/** As fields of a table or a record; none if the source is unknown. */
export function sourceFields(source: Source | null): Readonly<Record<string, string>> {
  return source === null ? {} : { model_hash: source.model, config_hash: source.config };
}
