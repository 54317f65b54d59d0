/** 语言模型的回答或其中的术语有什么问题。 */
import type { FaultTexts } from '../../../assist/answer-faults';

export const faults: FaultTexts = {
  'cut-off': () => '被截断',
  'no-json': () => '其中没有 JSON',
  parser: (p) => `解析器：${p.said}`,
  'key-twice': (p) => `键“${p.key}”出现了两次`,
  'too-deep': (p) => `JSON 最多 ${p.most} 层`,
  'no-list': () => '需要 {"terms": […]}',
  item: (p) => `条目：需要 ${p.expected}，得到 ${p.got}`,
  field: (p) => `“${p.field}”：需要 ${p.expected}，得到 ${p.got}`,
  'too-many': (p) => `超过 ${p.most} 个术语`,
  'no-expression': (p) => `需要字母或数字，不含标记，最多 ${p.most} 个字符`,
  'not-generic': () => '需要不含该术语的通用替换词',
  'terms-themselves': () => '它们本身就是术语',
};
