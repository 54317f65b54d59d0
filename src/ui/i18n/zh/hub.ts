/** Hugging Face Hub 上的模型。 */
import type { Translated } from '../translated';
import type { hub as english } from '../en/hub';

export const hub: Translated<typeof english> = {
  title: '来自 Hugging Face Hub',
  model: '模型（owner/name，后面可加 @修订版本）',
  mirror: '镜像',
  look: '查询',
  looking: '正在询问 {{host}}…',
  asks: '只会发送模型的名称。',
  choose: '文件',
  offer: '{{title}} · {{size}}',
  at: '{{repo}}，提交 {{commit}}',
  download: '下载 {{size}}',
  exactly_other: '共 {{bytes}} 字节，{{count}} 个文件。',
  stop: '停止',
  progress: '{{bytes}} / {{of}}',
  rate: '每秒 {{size}}',
  left: '还需{{time}}',
  waiting: '下载中断：{{message}}。{{time}}后重试。',
  checking: '已全部下载，正在读取模型…',
  unfinished: '未完成的下载',
  here: '已有 {{bytes}}，共 {{of}}',
  goOn: '继续',
  delete: '删除',
};
