/** Choosing a model and where it runs. */
export const setup = {
  title: 'Model',
  model: 'Model',
  offer: '{{title}} ({{size}})',
  runsOn: 'Runs on',
  backend: { auto: 'Auto (measured)', webgpu: 'WebGPU', wasm: 'WASM' },
  load: 'Load',
  run: 'Run it yourself (loads {{bytes}} bytes)',
  loading: 'Loading…',
  why: {
    chosen: 'You chose it.',
    otherFailed: 'The other one does not work here: {{problem}}.',
    softwareWebgpu: 'WebGPU is emulated in software here, which is slower than WASM.',
    measured: 'Measured: WebGPU {{webgpu}} ms, WASM {{wasm}} ms for one pass.',
  },
  threads: 'Threads',
  memory: 'Memory',
  size: '{{parameters}} million parameters, {{size}}',
  weightsOnGpu: '{{size}} of weights on the GPU',
  heap: '{{size}} WASM heap',
  noneYet: 'none yet',
};
