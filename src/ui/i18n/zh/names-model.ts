/** 用标签页中的语言模型找出名称。 */
import type { Translated } from '../translated';
import type { namesModel as english } from '../en/names-model';

export const namesModel: Translated<typeof english> = {
  intro:
    '由一个学过标注人名、地名和事物名的模型，就在这个标签页里读这段文本。模型文件夹留在原处，什么也不会发送出去。',
  find: '找出名称',
  stop: '停止',
  opening: '正在打开模型：{{done}} / {{of}}',
  reading: '正在读：第 {{done}} 段，共 {{of}} 段',
  found_other: '找到 {{count}} 个名称。',
  how: '收入词典',
  combinations: { union: '任一方找到的', intersection: '双方都找到的' },
};
