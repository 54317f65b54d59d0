/** 选择设置：按名称一次选定，或逐项选择。 */
import type { Translated } from '../translated';
import type { choices as english } from '../en/choices';

export const choices: Translated<typeof english> = {
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
};
