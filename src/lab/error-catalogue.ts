/** The errors of all layers, for code that throws errors of several layers or receives them from another thread. */
import { assistErrors } from '../assist/errors';
import { autodiffErrors } from '../autodiff/errors';
import {
  failWith,
  LetheError,
  makeError,
  type ErrorTexts,
  type Fail,
  type ParamsOf,
  type PlainError,
} from '../base/errors';
import { exchangeErrors } from '../exchange/errors';
import { fileErrors } from '../files/errors';
import { graphErrors } from '../graph/errors';
import { hubErrors } from '../hub/errors';
import { llamaErrors } from '../llama/errors';
import { settingsErrors } from '../methods/errors';
import { modelErrors } from '../model/errors';
import { reviewErrors } from '../review/errors';
import { runtimeErrors } from '../runtime/errors';
import { storeErrors } from '../store/errors';
import { textErrors } from '../text/errors';
import { unlearnErrors } from '../unlearn/errors';
import { labErrors } from './errors';

export const englishErrors = {
  ...graphErrors,
  ...autodiffErrors,
  ...llamaErrors,
  ...runtimeErrors,
  ...fileErrors,
  ...modelErrors,
  ...textErrors,
  ...settingsErrors,
  ...unlearnErrors,
  ...reviewErrors,
  ...assistErrors,
  ...storeErrors,
  ...hubErrors,
  ...exchangeErrors,
  ...labErrors,
};

type Catalogue = ParamsOf<typeof englishErrors>;

/** The whole catalogue in some language. */
export type Texts = ErrorTexts<Catalogue>;
/** Any error of the catalogue as plain data. */
export type Plain = PlainError<Catalogue>;

export const fail: Fail<Catalogue> = failWith(englishErrors);

/** Rebuilds an error that another thread threw and sent as plain data. */
export function rebuildError(plain: Plain): LetheError {
  return makeError(englishErrors, plain.code, plain.params);
}

/** An error of the catalogue as plain data; null for anything else. */
export function plainError(error: unknown): Plain | null {
  if (!(error instanceof LetheError)) return null;
  const plain = { code: error.code, params: error.params };
  return isPlain(plain) ? plain : null;
}

/** Anything thrown, as an error of the catalogue; `what` failed. */
export function toPlain(error: unknown, what: string): Plain {
  const reason = error instanceof Error ? error.message : String(error);
  return plainError(error) ?? { code: 'runtime/failed', params: { what, reason } };
}

/** `makeError` checks the parameters of a code, so a known code vouches for them. */
function isPlain(plain: { code: string; params: Readonly<Record<string, string>> }): plain is Plain {
  return Object.hasOwn(englishErrors, plain.code);
}
