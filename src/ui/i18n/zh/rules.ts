/** 当前规则所构成的方法，以及其他 α 会产生的标签。 */
import type { Translated } from '../translated';
import type { rules as english } from '../en/rules';

export const rules: Translated<typeof english> = {
  variant: '当前运行的方法称为',
  variants: {
    paper: { name: '论文方法', help: '锚定词加强化模型。' },
    'anchors-only': { name: '仅锚定词', help: '只用词典，不用强化模型。' },
    'reinforced-only': { name: '仅强化模型', help: '直接在原文上应用公式 1，不用词典。' },
    neither: { name: '两者皆无', help: '基线模型在原文上自己的选择；不应有任何遗忘。' },
  },
  alphas: {
    title: '同时看多个 α',
    list: 'α 的取值',
    changed: '与原文不同的标签',
    moved: '被公式 1 改变的标签',
    show: '查看',
    shown: '当前查看',
  },
};
