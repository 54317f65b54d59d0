import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

/** In the page and in Node, where keys come from different places. */
const keyRefused = (p: { host: string; said: string }): string =>
  `${p.host} does not accept the key (401): ${p.said}`;

/** Errors of whoever answers, and of what was answered. */
export const assistErrors = {
  'assist/address': (p: { address: string; reason: string }): ErrorText => ({
    message: `"${p.address}" is not the address of a language model: ${p.reason}`,
    hint: 'Give its base address, such as http://localhost:8080/v1.',
  }),
  'assist/plain-http': (p: { host: string }): ErrorText => ({
    message: `${p.host} cannot be reached over plain http: this page may use that only on this computer`,
    hint: 'Run the server on this computer (localhost), or give an https address.',
  }),
  'assist/key': (p: { host: string; said: string }): ErrorText => ({
    message: keyRefused(p),
    hint: 'Enter a valid key. It is kept in memory only, so it has to be entered after every reload.',
  }),
  'assist/key-variable': (p: { host: string; said: string }): ErrorText => ({
    message: keyRefused(p),
    hint: 'Put a valid key into the environment variable OPENAI_API_KEY, or into the one that you named.',
  }),
  'assist/forbidden': (p: { host: string; said: string }): ErrorText => ({
    message: `${p.host} refuses this request (403): ${p.said}`,
    hint: 'Check that the key may use this model, and that the server admits this page.',
  }),
  'assist/not-found': (p: { address: string; model: string; said: string }): ErrorText => ({
    message: `${p.address} has no model "${p.model}", or is not the address of one (404): ${p.said}`,
    hint: 'List its models and choose one, and check that the address ends as the server wants it, usually in /v1.',
  }),
  'assist/too-many': (p: { host: string; seconds: string; said: string }): ErrorText => ({
    message: `${p.host} takes no more questions for now (429; wait: ${p.seconds} s): ${p.said}`,
    hint: 'Go on after that time, or ask fewer questions at once. What was answered is kept.',
  }),
  'assist/server': (p: { host: string; status: string; said: string }): ErrorText => ({
    message: `${p.host} failed (${p.status}): ${p.said}`,
    hint: 'Look at the messages of the server, then try again. What was answered is kept.',
  }),
  'assist/refused': (p: { host: string; status: string; said: string }): ErrorText => ({
    message: `${p.host} refuses the question (${p.status}): ${p.said}`,
    hint: 'Check the model and its settings.',
  }),
  'assist/unreachable': (p: { host: string; admit: string }): ErrorText => ({
    message: `${p.host} could not be reached: it does not run, or it does not admit this page`,
    hint: `Start it so that it admits this page: ${p.admit}`,
  }),
  'assist/no-server': (p: { host: string }): ErrorText => ({
    message: `${p.host} could not be reached: nothing answers there, or it sends on to another address`,
    hint: 'Start the server, and check its address, which usually ends in /v1.',
  }),
  'assist/too-slow': (p: { host: string; seconds: string }): ErrorText => ({
    message: `${p.host} sent nothing for ${p.seconds} s`,
    hint: 'Try again, choose a smaller model, or ask fewer questions at once.',
  }),
  'assist/too-long': (p: { said: string }): ErrorText => ({
    message: `The question is longer than the model can read: ${p.said}`,
    hint: 'Ask about shorter passages, or give the model a longer context.',
  }),
  'assist/broken-stream': (p: { host: string; got: string }): ErrorText => ({
    message: `The answer of ${p.host} ended in the middle (characters until then: ${p.got})`,
    hint: 'Try again. What was answered before is kept.',
  }),
  'assist/protocol': (p: { host: string; expected: string; got: string }): ErrorText => ({
    message: `${p.host} does not answer as an OpenAI-compatible server does: expected ${p.expected}, got ${p.got}`,
    hint: 'Check the address, which usually ends in /v1.',
  }),
  'assist/answer': (p: { expected: string; got: string }): ErrorText => ({
    message: `The model’s answer cannot be used: expected ${p.expected}, got ${p.got}`,
    hint: 'Ask again, change the prompt, or choose a larger model.',
  }),
  'assist/model-folder': (p: { expected: string; got: string }): ErrorText => ({
    message: `This folder is not a model for transformers.js: expected ${p.expected}, got ${p.got}`,
    hint: 'Choose a folder with config.json, tokenizer.json and onnx/model.onnx, as the Hub has it for transformers.js.',
  }),
  'assist/tab-model': (p: { name: string; reason: string }): ErrorText => ({
    message: `The model "${p.name}" could not be run in this tab: ${p.reason}`,
    hint: 'Choose WASM in place of WebGPU, a smaller number format, or another model.',
  }),
  'assist/not-connected': (): ErrorText => ({
    message: 'This page may not use the network',
    hint: 'Open the connected page, which may.',
  }),
};

export const fail: Fail<ParamsOf<typeof assistErrors>> = failWith(assistErrors);
