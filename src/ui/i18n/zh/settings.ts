/** 运行设置：名称和一行说明。 */
import type { Translated } from '../translated';
import type { settings as english } from '../en/settings';

export const settings: Translated<typeof english> = {
  preset: '预设',
  presets: { retain: '论文 + 保留', paper: '论文' },
  presetHelp: {
    retain: '最后的微调混入模型应当保留的真实文本：日常故事和另一部传奇的一半。',
    paper: '与论文相同：只用通用标签。忘得一样多，但会破坏更多邻近的内容。',
  },
  changed: '已手动更改。',
  stillFree: '每项设置仍可在各自的阶段更改。',
  range: '{{least}} 到 {{most}}',
  more: '更多设置',
  seed: { name: '种子', help: '决定所有随机选择：相同的种子得到相同的结果。' },
  batch: { name: '批量', help: '每个训练步中 128 词元块的数量。' },
  rank: { name: '秩', help: '适配器的宽度：它能改变多少。' },
  loraAlpha: { name: '适配器缩放', help: '适配器的权重是此值除以秩。' },
  alpha: { name: 'v = b − α·ReLU(r − b) 中的 α', help: '公式 1 压低文本所教内容的力度；论文中为 5。' },
  reinforceSteps: { name: '步数', help: '步数越多，强化模型说话越像这段文本。' },
  reinforceRate: { name: '学习率', help: '最大值；先升温，再下降。' },
  unlearnSteps: { name: '步数', help: '步数越多，忘得越多，也可能破坏越多。' },
  unlearnRate: { name: '学习率', help: '最大值；先升温，再下降。' },
  retainShare: { name: '保留比例（0 – 0.5）', help: '每批中应保留的真实文本所占的比例。' },
};
