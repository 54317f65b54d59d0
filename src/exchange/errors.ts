import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const exchangeErrors = {
  'save/no-adapter': (p: { method: string }): ErrorText => ({
    message: `${p.method} makes no adapter: it combines two models at every token`,
    hint: 'Save the reinforced adapter and the labels, or run a method that trains.',
  }),
  'save/too-big': (p: { megabytes: string; most: string }): ErrorText => ({
    message: `The files have ${p.megabytes} MB, and a zip file holds at most ${p.most} MB`,
    hint: 'Save the model in 16 bits, or save it in Node: npm run real -- --save folder.',
  }),
  'save/overflow': (p: { name: string; most: string }): ErrorText => ({
    message: `Weight "${p.name}" has a number above ${p.most}, which 16 bits cannot hold`,
    hint: 'Save the model in 32 bits.',
  }),
  'adapter/unsupported': (p: { file: string; field: string; expected: string; got: string }): ErrorText => ({
    message: `${p.file}: "${p.field}" is not built in Lethe: expected ${p.expected}, got ${p.got}`,
    hint: 'In PEFT, merge the adapter into its model (merge_and_unload, save_pretrained) and open that model, or train a plain LoRA adapter.',
  }),
  'adapter/files': (p: { config: string; weights: string }): ErrorText => ({
    message: `An adapter is two files, ${p.config} and ${p.weights}, and one of them is missing`,
    hint: 'Choose both at once.',
  }),
  'adapter/none': (): ErrorText => ({
    message: 'No adapter is open',
    hint: 'Open one first.',
  }),
  'adapter/gone': (p: { name: string }): ErrorText => ({
    message: `${p.name} is no longer kept in this browser`,
    hint: 'Open it from its files again.',
  }),
  'adapter/damaged': (p: { name: string }): ErrorText => ({
    message: `The adapter ${p.name}, opened here in an earlier visit, is damaged where the browser kept it`,
    hint: 'Open it from its files again, or run the stage.',
  }),
  'made/missing': (p: { file: string }): ErrorText => ({
    message: `The folder has no ${p.file}`,
    hint: 'Choose the whole folder given to train.py as --out, or a zip file of it. If it was ended early, start it again with the same options: it goes on where it ended.',
  }),
  'made/other-model': (p: { file: string }): ErrorText => ({
    message: `${p.file} was trained on another model than report.json beside it`,
    hint: 'Take both from the folder of one run, and open that.',
  }),
  'adapter/mismatch': (p: { name: string; expected: string; got: string; base: string }): ErrorText => ({
    message: `The adapter is for another model: "${p.name}" should have the shape ${p.expected}, got ${p.got}`,
    hint: `Load the model that it was made on (${p.base}), then open it again.`,
  }),
};

export const fail: Fail<ParamsOf<typeof exchangeErrors>> = failWith(exchangeErrors);
