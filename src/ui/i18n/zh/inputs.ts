/** 结果由什么得来，用于“已过时：词典已改变”。 */
import type { Translated } from '../translated';
import type { inputs as english } from '../en/inputs';

export const inputs: Translated<typeof english> = {
  notUsed: '{{method}} 不使用此阶段。',
  switchedOff: '在当前设置下不使用此阶段。',
  stale: '已过时，此后有改动：{{names}}。重新运行即可更新。',
  recorded: '录制：由此页面自己的流程生成，种子 {{seed}}。',
  runItYourself: '加载模型即可亲自运行。',
  and: '、',
  names: {
    version: 'Lethe 的版本',
    model: '模型',
    texts: '文本',
    overrides: '人工审核的标签',
    questions: '提示',
    training: '种子、批量或适配器',
    read: '模型读过的文本',
    reading: '“阅读”的设置',
    reinforcing: '“强化”的设置',
    rules: '替换规则',
    dictionary: '词典',
    equation: 'α 或 logit 空间',
    unlearning: '“遗忘”的设置',
    reinforced: '强化模型',
    labels: '标签',
    unlearned: '遗忘后的模型',
  },
};
