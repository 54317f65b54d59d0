/** 评估时使用的自己的提示和选择题。 */
import type { ownItems as english } from '../en/own-items';
import type { Translated } from '../translated';

export const ownItems: Translated<typeof english> = {
  prompts: {
    title: '使用自己的提示',
    shape:
      '可以是由下列对象组成的 JSON 列表、每行一个的 JSONL，或列名相同的 CSV；subtlety（隐晦程度）可省略。',
    file: '提示文件（.json、.jsonl、.csv）',
    used: '{{name}}：{{all}} 条提示中有 {{used}} 条可用，将代替自带提示。',
    unused: '{{name}}：没有可用的提示，仍使用自带提示。',
    back: '改回自带提示',
  },
  tasks: {
    title: '使用自己的选择题',
    shape:
      'JSONL 文件，每行一题，格式与 Hugging Face datasets 导出的 ARC、HellaSwag、PIQA、BoolQ、WinoGrande 或 OpenBookQA 相同。每个文件算一项任务；“日常任务”便是这些任务的平均值。',
    files: '选择题文件（.jsonl），可选择或拖放到这里',
    examples: '使用示例',
    used: '遗忘前后都会作答，代替自带的选择题：',
    of_other: '{{name}}：{{shown}} 题',
    remove: '移除',
    removeNamed: '移除：{{name}}',
    unused: '{{name}}：没有可用的题目。',
  },
  rejected: '无法使用的条目',
  line: '第 {{line}} 行',
};
