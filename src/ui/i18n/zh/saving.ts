/** 为其他程序保存模型。 */
export const saving = {
  title: '保存模型',
  why: '可在 Python 中用 PEFT 和 transformers 打开，也可在这里重新打开。每一份都附有说明卡：遗忘了什么、用什么方法，以及测得的指标。',
  choose: '保存哪些',
  parts: {
    reinforced: '强化适配器',
    unlearned: '遗忘适配器',
    merged: '遗忘后的完整模型',
    labels: '通用标签',
  },
  floats: { title: '完整模型的数值', F16: '16 位', F32: '32 位' },
  looking: '正在查看可保存的内容…',
  none: '本次运行还没有可保存的内容。',
  save: '保存为一个 zip 文件（{{size}}）',
  progress: '正在保存',
  cancel: '取消',
  saved: '已保存：{{size}}。',
  cancelled: '已取消，没有保存任何文件。',
};
