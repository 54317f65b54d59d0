/** An endpoint as the command line names it. */
import type { Answerer } from '../../src/assist/answerer';
import { checkedAddress } from '../../src/assist/endpoint/address';
import { endpoint } from '../../src/assist/endpoint/endpoint';
import { modelsOf } from '../../src/assist/endpoint/models';

export interface NamedEndpoint {
  readonly address: string;
  /** null: the only one that the endpoint lists */
  readonly model: string | null;
  /** Name of the environment variable with the key, since a command line is kept in the shell’s history. */
  readonly keyFrom: string;
  readonly atOnce: number;
  /** The option that names the model. */
  readonly option: string;
}

/** The environment variable that holds the key, unless another is named. */
export const KEY_FROM = 'OPENAI_API_KEY';

const JUDGE_MODEL = '--judge-model';

/** A judge as `--judge` and `--judge-model` name it. @throws Error for a model without an address */
export function judgeNamed(address: string | undefined, model: string | undefined): NamedEndpoint | null {
  if (address !== undefined)
    return { address, model: model ?? null, keyFrom: KEY_FROM, atOnce: 1, option: JUDGE_MODEL };
  if (model === undefined) return null;
  throw new Error(`${JUDGE_MODEL} would be ignored without --judge: name the address too`);
}

/**
 * Asks the server for its models, unless one is named. Call it before a run, which would be lost at a server that is not there.
 * @throws LetheError of addresses and answers, or Error if the model has to be named
 */
export async function openEndpoint({
  address,
  model,
  keyFrom,
  atOnce,
  option,
}: NamedEndpoint): Promise<Answerer> {
  const settings = {
    ...{ address: checkedAddress(address, null), key: process.env[keyFrom] ?? '' },
    ...{ atOnce, server: null, page: null },
  };
  if (model !== null) return endpoint({ ...settings, model });
  const [only, ...others] = await modelsOf({ ...settings, model: '' }, new AbortController().signal);
  if (only === undefined || others.length > 0) {
    const offered = only === undefined ? 'none' : [only, ...others].join(', ');
    throw new Error(`${address} lists ${offered}: name the model to ask with ${option}`);
  }
  return endpoint({ ...settings, model: only });
}
