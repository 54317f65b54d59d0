/** 从 Hugging Face Hub 下载时的错误。 */
import type { ErrorTexts, ParamsOf } from '../../../base/errors';
import type { hubErrors as english } from '../../../hub/errors';

const fromFiles = '也可以在已登录的浏览器中下载其文件，然后在这里打开该文件夹。';

export const hubErrors: ErrorTexts<ParamsOf<typeof english>> = {
  'hub/id': (p) => ({
    message: `应为 Hub 上的模型，例如 HuggingFaceTB/SmolLM2-135M，实际为“${p.id}”`,
    hint: '请按模型页面顶部的写法填写 owner/name，后面可加 @ 和分支、标签或提交。',
  }),
  'hub/mirror': (p) => ({
    message: `应为镜像的地址，以 https:// 开头，实际为“${p.address}”`,
    hint: '请填写与 https://huggingface.co 接口相同的主机地址。http:// 只能用于本机。',
  }),
  'hub/not-found': (p) => ({
    message: `${p.host} 上没有 ${p.what}，或未对所有人公开`,
    hint: `请检查名称。${fromFiles}`,
  }),
  'hub/no-revision': (p) => ({
    message: `${p.repo} 没有修订版本“${p.revision}”`,
    hint: '请填写分支、标签或完整的提交，或留空以使用最新版本。',
  }),
  'hub/closed': (p) => ({
    message: `${p.host} 只向已登录且获准的用户显示 ${p.what}`,
    hint: `请选择公开的模型。${fromFiles}`,
  }),
  'hub/busy': (p) => ({
    message: `${p.host} 暂时不再接受请求，要求等待 ${p.seconds} 秒`,
    hint: '请等待这段时间后继续，已下载的部分会保留。',
  }),
  'hub/failed': (p) => ({
    message: `${p.host} 出错（HTTP ${p.status}）`,
    hint: '请稍后再试，已下载的部分会保留。',
  }),
  'hub/offline': (p) => ({
    message: `此设备没有联网，无法访问 ${p.host}`,
    hint: '请连接网络后继续，已下载的部分会保留。',
  }),
  'hub/unreachable': (p) => ({
    message: `无法访问 ${p.host}（${p.reason}）`,
    hint: '请检查网络连接和镜像地址。浏览器只能从允许其他页面读取（CORS）的主机读取数据。',
  }),
  'hub/answer': (p) => ({
    message: `${p.host} 的回答与 Hub 不同：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请检查镜像地址。需要先登录的网络也会这样回答。',
  }),
  'hub/no-model': (p) => ({
    message: `${p.repo} 中没有可以打开的模型：需要 ${p.expected}，找到的是 ${p.found}`,
    hint: '请选择含有这些文件的仓库。',
  }),
  'hub/elsewhere': (p) => ({
    message: `另一个标签页正在下载 ${p.title}`,
    hint: '请等它在那里完成，或在那里停止后在这里继续。',
  }),
  'hub/length': (p) => ({
    message: `${p.file}：应为 ${p.expected} 字节，实际为 ${p.got}`,
    hint: '已下载的部分已删除。请重试；如果仍然如此，请换一个镜像。',
  }),
  'hub/hash': (p) => ({
    message: `${p.file} 与 Hub 所列的不同：哈希应为 ${p.expected}，实际为 ${p.got}`,
    hint: '该文件已删除，没有使用其中任何内容。请重试；如果仍然如此，请换一个镜像。',
  }),
};
