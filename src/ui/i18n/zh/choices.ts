/** 选择设置：按名称一次选定，或逐项选择。 */
import type { Translated } from '../translated';
import type { choices as english } from '../en/choices';

export const choices: Translated<typeof english> = {
  preset: '预设',
  presets: { focused: '聚焦', retain: '论文 + 保留', paper: '论文', ownText: '自己的文本' },
  presetHelp: {
    focused:
      '训练量只有五分之一，却忘得更多。与“论文”预设有七处不同：每批的一半是应当保留的文本；只在知识最集中的 {{blocks}} 个文本块上训练；文本反复出现的句子也要遗忘；这些句子和锚定词的原有词元还会被直接压低（反似然）；没有带来变化的标签权重较小；α 为 {{alpha}} 而不是 {{paperAlpha}}；替换词早一个预测就禁止作为标签。',
    retain:
      '与“论文”预设有三处不同：最后的微调混入应当保留的文本；α 为 {{alpha}} 而不是 {{paperAlpha}}；替换词早一个预测就禁止作为标签。',
    paper:
      '与论文相同：只用通用标签，α 为 {{paperAlpha}}；与其发布的代码相同：替换词从再下一个预测起禁止作为标签。只训练适配器，而不是全部权重。忘得一样多，但会破坏更多邻近的内容。',
    ownText: '用于你自己的短文本：模型先用 {{reading}} 步读它，然后再遗忘。其余与“聚焦”相同。',
  },
  changed: '已手动更改。',
  stillFree: '每项设置仍可在各自的阶段更改。',
  range: '{{least}} 到 {{most}}',
  more: '更多设置',
};
