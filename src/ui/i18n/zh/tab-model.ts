/** 选择在标签页中运行的语言模型。 */
import type { Translated } from '../translated';
import type { tabModel as english } from '../en/tab-model';

export const tabModel: Translated<typeof english> = {
  folder: '模型文件夹',
  factsNames: '{{name}} 标注名称，一次读 {{tokens}} 个词元。',
  factsText: '{{name}} 写文本，最多读 {{tokens}} 个词元。',
  notNames: '{{name}} 是写文本的模型，不标注名称。请选择标注词元的模型。',
  notText: '{{name}} 标注名称，不写文本。请选择因果语言模型。',
  dtype: '数值格式',
  device: '运行于',
  devices: { wasm: 'WASM', webgpu: 'WebGPU' },
};
