/** 选择模型及其运行位置。 */
import type { Translated } from '../translated';
import type { setup as english } from '../en/setup';

export const setup: Translated<typeof english> = {
  title: '模型',
  model: '模型',
  offer: '{{title}}（{{size}}）',
  offers: { base: '基线：读过这部传奇', gold: '参照：从未读过这部传奇' },
  runsOn: '运行于',
  backend: { auto: '自动（实测）', webgpu: 'WebGPU', wasm: 'WASM' },
  load: '加载',
  run: '亲自运行（加载 {{bytes}} 字节）',
  loading: '加载中…',
  threads: '线程',
  memory: '内存',
  size: '{{parameters}} 百万参数，{{size}}',
  weightsOnGpu: 'GPU 上的权重 {{size}}',
  heap: 'WASM 堆 {{size}}',
  noneYet: '尚无',
};
