/** 选择在标签页中运行的语言模型。 */
import type { Translated } from '../translated';
import type { tabModel as english } from '../en/tab-model';

export const tabModel: Translated<typeof english> = {
  suggestedNames:
    'Hub 上适用的词元标注模型（供 transformers.js 使用的文件夹）：{{models}}（英语；多语言）。其他的也可以；联网页面可以下载它们。超过一次所能读的文本，会分成相互重叠的窗口来读。',
  suggestedText:
    'Hub 上有供 transformers.js 使用的文件夹的小模型：{{models}}；联网页面可以下载它们。模型就在这个标签页里运行，什么也不会发送出去；小模型起草和评判的能力都很弱。',
  model: '标签页中的模型',
  folder: '模型文件夹',
  drop: '或拖放到这里',
  keep: '保留在这个浏览器中',
  kept: '保留在这个浏览器中的模型',
  use: '使用',
  findsNames: '它标注名称，一次读 {{tokens}} 个词元。{{size}}。',
  writesText: '它写文本，最多读 {{tokens}} 个词元。{{size}}。',
  wanted: { names: '这里需要标注词元的模型。', text: '这里需要因果语言模型。' },
  factsNames: '{{name}} 标注名称，一次读 {{tokens}} 个词元。',
  factsText: '{{name}} 写文本，最多读 {{tokens}} 个词元。',
  notNames: '{{name}} 是写文本的模型，不标注名称。请选择标注词元的模型。',
  notText: '{{name}} 标注名称，不写文本。请选择因果语言模型。',
  dtype: '数值格式',
  device: '运行于',
  devices: { wasm: 'WASM', webgpu: 'WebGPU' },
  lacks: {
    webgpu: '这里没有 WebGPU，模型可以用 WASM 运行。',
    halves:
      '{{dtype}} 格式在这里不能用 WebGPU 运行：此显卡不支持 16 位浮点计算（shader-f16）。它可以用 WASM 运行；q4、q8 和 fp32 两者都可以。',
  },
};
