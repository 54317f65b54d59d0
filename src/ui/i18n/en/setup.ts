/** Choosing a model and where it runs. */
export const setup = {
  title: 'Model',
  model: 'Model',
  offer: '{{title}} ({{size}})',
  offers: { base: 'Base: has read the saga', gold: 'Gold: has never read the saga' },
  runsOn: 'Runs on',
  backend: { auto: 'Auto (measured)', webgpu: 'WebGPU', wasm: 'WASM' },
  load: 'Load',
  run: 'Run it yourself (loads {{bytes}} bytes)',
  loading: 'Loading…',
  threads: 'Threads',
  memory: 'Memory',
  size: '{{parameters}} million parameters, {{size}}',
  weightsOnGpu: '{{size}} of weights on the GPU',
  heap: '{{size}} WASM heap',
  noneYet: 'none yet',
};
