/** 各阶段之外的页面。 */
import type { Translated } from '../translated';
import type { app as english } from '../en/app';

export const app: Translated<typeof english> = {
  title: 'Lethe：看语言模型遗忘',
  titleWhile: '{{stage}} {{share}} · Lethe',
  tagline: '一个小型语言模型在你的浏览器里学习遗忘一段文本。',
  method: '方法出处',
  privacy: '任何内容都不会离开此页面。',
  again: '重试',
  more: '显示更多（还有 {{count}} 个）',
  skip: '跳到内容',
  skipToPrompt: '跳到提示',
  menu: '更多',
  rail: '七个阶段',
  language: '语言',
  theme: '配色',
  themes: { system: '自动', light: '浅色', dark: '深色' },
  ownText: '遗忘你自己的文本',
  copyLink: '复制链接',
  copied: '链接已复制',
  notCopied: '链接已在地址栏中',
  runAll: '全部运行',
  run: '本次运行',
  begun: '{{title}}开始。',
  ended: '{{title}}：{{standing}}',
  complete: '运行已全部完成。',
  badge: {
    empty: '空',
    ready: '就绪',
    running: '运行中',
    done: '完成',
    outOfDate: '已过时',
    skipped: '未使用',
    failed: '失败',
    recorded: '录制',
  },
};
