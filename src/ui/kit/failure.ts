/** Why something failed, as the page shows it. */
import { quoted } from '../../base/errors';
import { plainError, type Plain } from '../../lab/error-catalogue';

/** An error of the catalogue, or the beginning of the message of an unexpected one. */
export type Failure = { readonly plain: Plain } | { readonly plain: null; readonly message: string };

export function toFailure(error: unknown): Failure {
  const plain = plainError(error);
  if (plain) return { plain };
  return { plain: null, message: quoted(error instanceof Error ? error.message : String(error)) };
}
