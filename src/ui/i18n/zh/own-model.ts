/** 打开用户自己的模型。 */
import type { Translated } from '../translated';
import type { ownModel as english } from '../en/own-model';

export const ownModel: Translated<typeof english> = {
  title: '你的模型',
  close: '关闭',
  intro:
    '按 Hugging Face 方式组织的文件夹（config.json、tokenizer.json、model.safetensors），或一个 GGUF 文件。文件只在本机读取，不会发送到任何地方。',
  missing: '此项目使用的模型 {{name}} 已不在这个浏览器中。请打开它以继续。',
  pick: '打开模型',
  files: '选择文件',
  folder: '选择文件夹',
  drop: '或拖放到这里',
  looking: '正在读取模型…',
  facts:
    '{{family}}，{{parameters}} 百万参数，{{size}}。词汇共 {{vocabulary}} 个词元，文本最长 {{context}} 个词元。',
  takes: '按当前设置在 WASM 上运行所需的内存，取决于冻结权重的位数：',
  fits: '{{bits}} 位：{{size}}（{{plan}}）',
  fitsNot: '{{bits}} 位：内存不足',
  time: '尚未测量在此设备上运行需要多久。',
  measure: '测量',
  measuring: '正在用其中两层测量训练步骤…',
  takesTime: '在此设备的 WASM 上，一次运行的训练需要{{time}}（由同样大小的两层测得）；标签和评估另计。',
  copies: '将把 {{size}} 复制到这个浏览器中。',
  staysOnDisk: '文件留在原处，不会复制。浏览器可能会再次询问是否允许此页面读取它们。',
  keep: '添加到你的模型',
  copying: '正在复制',
  cancel: '取消',
  kept: '为此页面保留的模型',
  onDisk: '在你的磁盘上',
  inBrowser: '已复制到这个浏览器',
  downloaded: '已下载：{{repo}}，提交 {{commit}}',
  loaded: '当前已加载',
  delete: '删除',
  sure: '立即删除',
  leave: '保留',
  connect: '联网…',
  connectWhat:
    '此页面无法访问网络，由浏览器强制保证。联网页面与它相同，但可以访问网络，并与此页面共用你的模型。在那里还可以从 Hugging Face Hub 下载模型，下载后在此页面同样可用。',
  use: '此页面在这个浏览器中已用 {{used}}，剩余 {{free}}。',
};
