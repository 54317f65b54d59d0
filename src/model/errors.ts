import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

const fetchBoth = 'config.json and model.safetensors do not belong together. Get both again from one source.';

export const modelErrors = {
  'weights/missing': (p: { name: string }): ErrorText => ({
    message: `Weight "${p.name}" is missing from the model`,
    hint: fetchBoth,
  }),
  'weights/shape': (p: { name: string; expected: string; got: string }): ErrorText => ({
    message: `Weight "${p.name}": expected shape ${p.expected}, got ${p.got}`,
    hint: fetchBoth,
  }),
  'weights/not-finite': (p: { name: string; got: string }): ErrorText => ({
    message: `Weight "${p.name}": expected finite numbers, got ${p.got}`,
    hint: 'model.safetensors is damaged, or its training diverged. Get a fresh copy, or choose another model.',
  }),
  'weights/too-large': (p: { name: string; got: string; most: string }): ErrorText => ({
    message: `Weight "${p.name}": 16 bits hold numbers up to ${p.most}, got ${p.got}`,
    hint: 'Choose 32, 8 or 4 bits.',
  }),
  'weights/too-long': (p: { name: string; needs: string; most: string }): ErrorText => ({
    message: `Weight "${p.name}" takes ${p.needs}, and a buffer of this graphics card at most ${p.most}`,
    hint: 'Choose weights of fewer bits, or WASM.',
  }),
  'plan/no-halves': (): ErrorText => ({
    message: 'This graphics card does not compute with numbers of 16 bits (WebGPU’s shader-f16)',
    hint: 'Choose weights of 32, 8 or 4 bits, or WASM.',
  }),
  'plan/too-big': (p: {
    plan: string;
    bits: string;
    needs: string;
    offers: string;
    fits: string;
  }): ErrorText => ({
    message: `This model needs about ${p.needs} GB (plan ${p.plan}, ${p.bits} bits), this device offers ${p.offers} GB. What would fit: ${p.fits}`,
    hint: 'Choose a smaller model, or a device with more memory.',
  }),
  'prompt/too-long': (p: { tokens: string; most: string }): ErrorText => ({
    message: `The prompt has ${p.tokens} tokens; the model takes at most ${p.most}`,
    hint: 'Shorten the prompt.',
  }),
};

export const fail: Fail<ParamsOf<typeof modelErrors>> = failWith(modelErrors);
