/** 适配器和导出模型的错误。 */
import type { ErrorTexts, ParamsOf } from '../../../base/errors';
import type { exchangeErrors as english } from '../../../exchange/errors';

export const exchangeErrors: ErrorTexts<ParamsOf<typeof english>> = {
  'adapter/unsupported': (p) => ({
    message: `${p.file}：Lethe 不支持“${p.field}”：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请在 PEFT 中把适配器并入模型（merge_and_unload、save_pretrained）后打开该模型，或训练一个普通的 LoRA 适配器。',
  }),
  'adapter/files': (p) => ({
    message: `适配器由两个文件组成：${p.config} 和 ${p.weights}，缺少其中一个`,
    hint: '请同时选择两个文件。',
  }),
  'adapter/none': () => ({ message: '没有打开任何适配器', hint: '请先打开一个适配器。' }),
  'adapter/gone': (p) => ({
    message: `此浏览器已不再保存“${p.name}”`,
    hint: '请重新选择它的文件。',
  }),
  'adapter/damaged': (p) => ({
    message: `上次打开的适配器“${p.name}”在浏览器中保存的内容已损坏`,
    hint: '请重新选择它的文件并打开，或运行该阶段。',
  }),
  'made/missing': (p) => ({
    message: `文件夹中没有 ${p.file}`,
    hint: '请选择 train.py 的 --out 所指的整个文件夹，或它的 zip 文件。如果 train.py 提前结束，请用相同的选项再次启动：它会从中断处继续。',
  }),
  'made/other-model': (p) => ({
    message: `${p.file} 与旁边的 report.json 不是用同一个模型训练的`,
    hint: '请打开同一次运行的文件夹。',
  }),
  'adapter/mismatch': (p) => ({
    message: `该适配器属于另一个模型：“${p.name}”的形状应为 ${p.expected}，得到 ${p.got}`,
    hint: `请加载它所基于的模型（${p.base}），再打开一次。`,
  }),
  'save/no-adapter': (p) => ({
    message: `“${p.method}”不产生适配器：它在每个词元上合并两个模型`,
    hint: '请保存强化适配器和标签，或运行一种会训练的方法。',
  }),
  'save/too-big': (p) => ({
    message: `这些文件共 ${p.megabytes} MB，而一个 zip 文件最多 ${p.most} MB`,
    hint: '请以 16 位保存模型，或在 Node 中保存：npm run real -- --save 文件夹。',
  }),
  'save/overflow': (p) => ({
    message: `权重“${p.name}”中有大于 ${p.most} 的数，16 位无法容纳`,
    hint: '请以 32 位保存模型。',
  }),
};
