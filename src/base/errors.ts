/**
 * Errors are for people: a stable code, what was expected, what came, what to try.
 * This file is the catalogue of all of them; `fail` is the only way to throw one. Code and
 * parameters (not the class) cross threads, so any thread can rebuild and show the error.
 */

export interface ErrorText {
  /** What was expected and what came. */
  readonly message: string;
  /** What the reader can try. */
  readonly hint: string;
}

const catalogue = {
  'graph/type': (p: { op: string; expected: string; got: string }): ErrorText => ({
    message: `${p.op}: expected ${p.expected}, got ${p.got}`,
    hint: 'Check the shapes where this graph is built.',
  }),
  'graph/invalid': (p: { problem: string }): ErrorText => ({
    message: `The graph is not well formed: ${p.problem}`,
    hint: 'Build values with the functions of graph/build.ts only.',
  }),
  'graph/missing-input': (p: { name: string }): ErrorText => ({
    message: `Expected a value for the graph input "${p.name}", got none`,
    hint: 'Feed every input and weight that the graph names.',
  }),
  'autodiff/no-rule': (p: { op: string }): ErrorText => ({
    message: `${p.op} lies on the way to a gradient, but it is declared to have none`,
    hint: 'Add its rule in autodiff/rules.ts, or keep it off the path.',
  }),
  'config/unsupported': (p: { field: string; expected: string; got: string }): ErrorText => ({
    message: `config.json: expected ${p.field} to be ${p.expected}, got ${p.got}`,
    hint: 'Lethe runs models of the Llama family; choose such a model.',
  }),
  'file/missing': (p: { path: string; status: string }): ErrorText => ({
    message: `Expected the file ${p.path}, but it could not be read (${p.status})`,
    hint: 'Check that the model folder is complete and reload the page.',
  }),
  'file/invalid': (p: { path: string; expected: string; got: string }): ErrorText => ({
    message: `${p.path}: expected ${p.expected}, got ${p.got}`,
    hint: 'The file is damaged or of another kind; fetch it again.',
  }),
  'weights/missing': (p: { name: string }): ErrorText => ({
    message: `Expected the model to have the weight "${p.name}", but it has not`,
    hint: 'config.json and model.safetensors do not belong together; fetch both again.',
  }),
  'weights/shape': (p: { name: string; expected: string; got: string }): ErrorText => ({
    message: `Weight "${p.name}": expected shape ${p.expected}, got ${p.got}`,
    hint: 'config.json and model.safetensors do not belong together; fetch both again.',
  }),
  'runtime/no-webgpu': (p: { reason: string }): ErrorText => ({
    message: `Expected WebGPU, but ${p.reason}`,
    hint: 'Choose the WASM backend, which runs everywhere.',
  }),
  'runtime/device-lost': (p: { reason: string }): ErrorText => ({
    message: `The graphics device was lost: ${p.reason}`,
    hint: 'Load the model again, or choose the WASM backend.',
  }),
  'runtime/failed': (p: { what: string; reason: string }): ErrorText => ({
    message: `${p.what} failed in the runtime: ${p.reason}`,
    hint: 'Reload the model. If it stays, use a smaller batch or the WASM backend.',
  }),
  'runtime/released': (p: { what: string }): ErrorText => ({
    message: `Expected a live ${p.what}, got one that was already released`,
    hint: 'Load the model again.',
  }),
  'settings/invalid': (p: { field: string; expected: string; got: string }): ErrorText => ({
    message: `Setting "${p.field}": expected ${p.expected}, got ${p.got}`,
    hint: 'Correct the setting and start the stage again; nothing was changed.',
  }),
  'prompt/too-long': (p: { tokens: string; most: string }): ErrorText => ({
    message: `Expected a prompt of at most ${p.most} tokens, got ${p.tokens}`,
    hint: 'Shorten the prompt.',
  }),
  'text/empty': (p: { what: string }): ErrorText => ({
    message: `Expected some text as ${p.what}, got none that fills a block`,
    hint: 'Give a text of at least a few sentences.',
  }),
  'text/too-large': (p: { size: string; most: string }): ErrorText => ({
    message: `Expected a text of at most ${p.most}, got ${p.size}`,
    hint: 'Take a part of it, such as a few chapters; a hundred pages are already a long run.',
  }),
  'text/binary': (p: { name: string }): ErrorText => ({
    message: `${p.name}: expected plain text, got bytes that are none`,
    hint: 'Save it as plain text (UTF-8) first; .docx and .pdf cannot be read.',
  }),
  'dictionary/invalid': (p: { where: string; expected: string; got: string }): ErrorText => ({
    message: `Dictionary, ${p.where}: expected ${p.expected}, got ${p.got}`,
    hint: 'Write {"term": "translation"} or {"term": ["one", "another"]}, or CSV with the columns term and translation.',
  }),
  'labels/none': (p: { blocks: string }): ErrorText => ({
    message: `Expected labels to train on, but none of the ${p.blocks} blocks has a supervised token`,
    hint: 'Check the dictionary: it may replace every word of the text.',
  }),
  'train/diverged': (p: { step: string; loss: string; gradient: string; good: string }): ErrorText => ({
    message: `Training stopped at step ${p.step}: it diverged (loss ${p.loss}, gradient norm ${p.gradient})`,
    hint: `Lower the learning rate and run the stage again${p.good === '' ? '' : `, or take the state of step ${p.good}, which was still good`}.`,
  }),
  'stage/order': (p: { stage: string; needs: string }): ErrorText => ({
    message: `The stage "${p.stage}" needs the result of "${p.needs}", which is not there yet`,
    hint: `Run "${p.needs}" first.`,
  }),
  'review/unknown-item': (p: { item: string }): ErrorText => ({
    message: `Expected an item of this review, but "${p.item}" is none`,
    hint: 'Import the tasks before the decisions about them.',
  }),
  'store/failed': (p: { reason: string }): ErrorText => ({
    message: `The browser did not keep this: ${p.reason}`,
    hint: 'It stays here until the page is closed. Make room, or export the project.',
  }),
  'project/invalid': (p: { file: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file}: expected ${p.expected}, got ${p.got}`,
    hint: 'Choose a file that “Export” wrote. Nothing was changed here.',
  }),
  'project/elsewhere': (p: { name: string }): ErrorText => ({
    message: `“${p.name}” is open in another tab`,
    hint: 'Close that tab first.',
  }),
  'worker/stopped': (p: { reason: string }): ErrorText => ({
    message: `The worker was stopped: ${p.reason}`,
    hint: 'It starts again by itself; run the stage once more.',
  }),
} as const;

type Catalogue = typeof catalogue;
export type ErrorCode = keyof Catalogue;
export type ErrorParams<C extends ErrorCode> = Parameters<Catalogue[C]>[0];

/** The whole catalogue in some language. */
export type ErrorTexts = { readonly [C in ErrorCode]: (params: ErrorParams<C>) => ErrorText };

/** An error of the catalogue as plain data, the form in which it crosses threads. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string>>;
}

/** What to say about an error. @default texts: English */
export function describeError(plain: PlainError, texts: ErrorTexts = catalogue): ErrorText {
  const write: (params: never) => ErrorText = texts[plain.code];
  return write(plain.params as never);
}

/** An error with a code of the catalogue; `message` and `hint` are made from code and params. */
export class LetheError extends Error {
  override readonly name = 'LetheError';
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string>>;
  readonly hint: string;

  constructor(plain: PlainError, cause?: unknown) {
    const text = describeError(plain);
    super(text.message, { cause });
    this.code = plain.code;
    this.params = plain.params;
    this.hint = text.hint;
  }
}

/** Throws the error `code` of the catalogue. `cause` is kept for the console. */
export function fail<C extends ErrorCode>(code: C, params: ErrorParams<C>, cause?: unknown): never {
  throw new LetheError({ code, params: { ...params } }, cause);
}

/** The sentence to show for anything that was thrown: message, then hint if there is one. */
export function explain(error: unknown): string {
  if (error instanceof LetheError) return `${error.message}. ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
