/** 页面在没有网络时是否可用，不安全的地址缺少什么，以及是否为最新版本。 */
import type { Translated } from '../translated';
import type { offline as english } from '../en/offline';

export const offline: Translated<typeof english> = {
  ready: '没有网络也能使用：一切都已保存在这个浏览器中。',
  keeping: '正在保存以便离线使用：{{of}} 个文件中的 {{done}} 个。',
  spared: '页面本身可以离线使用；为节省流量，模型在你加载时才会获取。',
  insecure:
    '本页面的地址以 http:// 开头，因此浏览器不提供 WebGPU，只给一个线程，也不保存供离线使用的文件；页面也无法知道同一项目是否已在另一个标签页中打开。其他功能照常可用。改用 https:// 地址即可使用全部功能。',
  release: {
    waiting: '本页面有新版本可用。',
    replaced: '页面已有新版本，此标签页仍在运行旧版本。',
    afterRun: '运行结束后即可切换。',
    reload: '重新加载',
  },
};
