/** 供人修改的词典。 */
import type { Translated } from '../translated';
import type { anchors as english } from '../en/anchors';

export const anchors: Translated<typeof english> = {
  newTerm: '新的锚定词',
  newTranslations: '它的通用替换词，用分号隔开',
  add: '添加',
  search: '搜索锚定词和替换词',
  show: '显示',
  filter: {
    all: '全部',
    warned: '有警告的',
    person: '人物',
    place: '地点',
    thing: '事物',
    phrase: '短语',
    other: '无类别',
  },
  count: '共 {{of}} 个词，显示 {{shown}} 个',
  table: '词典',
  term: '锚定词',
  translations: '通用替换词，用分号隔开',
  translationsOf: '{{term}} 的通用替换词',
  actions: '移除',
  remove: '移除 {{term}}',
  more: '显示更多（还有 {{count}} 个）',
  prune: '去掉已被其他词涵盖的（{{count}} 个）',
  restore: '恢复最初的词典',
  saveJson: '保存为 JSON',
  saveCsv: '保存为 CSV',
  import: '导入词典',
  way: '导入的词典',
  ways: { merge: '并入现有词典', replace: '取代现有词典' },
  file: '文件（JSON 或 CSV）',
  paste: '或粘贴在这里',
  take: '使用粘贴的内容',
};
