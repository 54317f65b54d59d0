/** 选择模型及其运行位置。 */
import type { Translated } from '../translated';
import type { setup as english } from '../en/setup';

export const setup: Translated<typeof english> = {
  title: '模型',
  model: '模型',
  offer: '{{title}}（{{size}}）',
  own: '你的模型…',
  missing: '此项目使用的模型 {{name}} 不在这个浏览器中。',
  open: '打开该模型',
  runsOn: '运行于',
  backend: { auto: '自动（实测）', webgpu: 'WebGPU', wasm: 'WASM' },
  planned: '{{plan}}，最多占用 {{size}}',
  load: '加载',
  run: '加载并全部运行（{{size}}）',
  notLoaded: '未加载 · {{size}}',
  loadedOn_other: '{{where}} · {{threads}} 个线程 · {{size}}',
  loading: '加载中…',
  why: {
    chosen: '由你选定。',
    otherFailed: '另一种后端在这里不可用：{{problem}}。',
    softwareWebgpu: '这里的 WebGPU 由软件模拟，比 WASM 慢。',
    measured: '实测：一次前向计算 WebGPU 用时 {{webgpu}} 毫秒，WASM {{wasm}} 毫秒。',
  },
  threads: '线程',
  memory: '内存',
  size: '{{parameters}} 百万参数，{{size}}',
  weightsOnGpu: 'GPU 上的权重 {{size}}',
  heap: 'WASM 堆 {{size}}',
  noneYet: '尚无',
};
