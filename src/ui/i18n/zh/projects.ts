/** 浏览器保存的内容：项目、项目文件，以及无法保存时怎么办。 */
import type { Translated } from '../translated';
import type { projects as english } from '../en/projects';

export const projects: Translated<typeof english> = {
  broken: '到“{{title}}”为止的运行被中断了。已完成的部分都保存着。',
  continue: '继续',
  leave: '不继续',
  recovered: '图形设备丢失了。模型已重新加载，运行从最近的检查点继续。',
  title: '项目',
  why: '项目保存你的文本、设置、训练结果、标签、审核和报告，且只保存在此浏览器中。',
  close: '关闭',
  name: '名称',
  unnamed: '项目 {{id}}',
  open: '已打开',
  choose: '打开',
  create: '新建项目',
  duplicate: '复制',
  copyOf: '{{name}}（副本）',
  export: '导出',
  import: '导入项目（.zip）',
  imported: '{{file}} 已加入项目列表。',
  delete: '删除',
  sure: '确定永久删除',
  keep: '保留',
  use: '此浏览器为该网址保存了 {{used}}，最多可用 {{most}}。',
  everything: '删除全部内容',
  everythingWhat: '将删除所有项目、所有偏好设置以及供离线使用的文件。需要保留的内容请先导出。',
  everythingSure: '立即删除全部内容',
  trouble: {
    elsewhere: '此项目已在另一个标签页中打开。这里的功能都可使用，但不会保存任何内容。',
    free: '另一个标签页已关闭。此标签页的内容尚未保存：重新加载即可接着使用另一个标签页保存的内容。',
    deleted: '所有内容已在另一个标签页中删除。此标签页已停止工作，不再保存任何内容。',
    full: '浏览器没有更多空间：新内容只保留到页面关闭为止。请腾出空间，或导出项目。',
    denied: '此浏览器不保存任何内容（例如隐私窗口）：在页面关闭之前一切功能可用。需要保留的内容请导出。',
  },
};
