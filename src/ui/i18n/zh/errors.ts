/** 错误信息：发生了什么、需要什么、现在可以怎么做。 */
import { pluck } from '../../../base/records';
import type { Texts } from '../../../lab/error-catalogue';
import { familyTitles } from '../../../llama/families';
import { stageTitle } from '../../../pipeline/stage-titles';
import { hubErrors } from './hub-errors';
import { stages } from './stages';
import { assistErrors } from './assist-errors';
import { exchangeErrors } from './exchange-errors';

const useWasm = '请选择 WASM 后端，任何浏览器都能运行它。';
const fetchBoth = 'config.json 与 model.safetensors 不匹配，请从同一来源重新获取这两个文件。';

const { read, reinforce, label, unlearn, evaluate } = stages;
const titles = pluck({ read, reinforce, label, unlearn, evaluate }, 'title');
const title = (name: string): string => stageTitle(name, titles);

export const errors: Texts = {
  'graph/type': (p) => ({
    message: `${p.op}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请检查构建此计算图处的形状。',
  }),
  'graph/invalid': (p) => ({
    message: `计算图无效：${p.problem}`,
    hint: '请只用 graph/build.ts 中的函数构建计算图。',
  }),
  'graph/missing-input': (p) => ({
    message: `计算图的输入“${p.name}”没有值`,
    hint: '请为计算图的每个输入和权重提供值。',
  }),
  'autodiff/no-rule': (p) => ({
    message: `损失经由 ${p.op} 依赖于被训练的值，但它没有梯度`,
    hint: '请在 autodiff/rules.ts 中为它添加规则，或让它离开通往损失的路径。',
  }),
  'config/unsupported': (p) => ({
    message: `${p.file}：${p.field} 应为 ${p.expected}，实际为 ${p.got}`,
    hint: `请选择其他模型。可运行的有：${familyTitles.join('、')}。`,
  }),
  'plan/reads-hidden': (p) => ({
    message: `目标函数“${p.objective}”要用到隐藏状态，而逐层方案不为损失保留它们`,
    hint: '请改用整图方案、更小的模型或其他方法。',
  }),
  'file/missing': (p) => ({
    message: `无法读取 ${p.path}（${p.status}）`,
    hint: '请检查网络连接以及文件夹是否完整，然后重试。',
  }),
  'file/part-missing': (p) => ({
    message: `无法获取页面的一部分（${p.reason}）`,
    hint: '请检查网络连接，然后重试。',
  }),
  'file/invalid': (p) => ({
    message: `${p.path}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '文件已损坏或类型不符。请重新获取，或选择其他文件。',
  }),
  'file/newer': (p) => ({
    message: `${p.path} 的格式版本为 ${p.version}，而此版本的 Lethe 只读取 ${p.known}`,
    hint: '请刷新页面，或更新你的项目副本，然后再次打开。',
  }),
  'model/incomplete': (p) => ({
    message: `模型还缺少文件：${p.missing}（找到的有：${p.found}）`,
    hint: '请选择按 Hugging Face 方式组织的整个模型文件夹，或一个 GGUF 文件。',
  }),
  'model/several': (p) => ({
    message: `这些是多个模型：${p.files}`,
    hint: '请只选择其中一个。',
  }),
  'model/changed': (p) => ({
    message: `${p.name} 已不是原来的文件：其哈希以 ${p.got} 开头，而不是 ${p.expected}`,
    hint: '请从你的模型中删除它后重新打开，或放回原来的文件。',
  }),
  'weights/missing': (p) => ({
    message: `模型缺少权重“${p.name}”`,
    hint: fetchBoth,
  }),
  'weights/shape': (p) => ({
    message: `权重“${p.name}”：形状应为 ${p.expected}，实际为 ${p.got}`,
    hint: fetchBoth,
  }),
  'weights/not-finite': (p) => ({
    message: `权重“${p.name}”：应为有限数值，实际为 ${p.got}`,
    hint: 'model.safetensors 已损坏，或其训练已发散。请重新获取，或选择其他模型。',
  }),
  'runtime/no-webgpu': () => ({ message: '此浏览器不提供 WebGPU', hint: useWasm }),
  'runtime/insecure': () => ({
    message: '浏览器只向来自 https 或 localhost 的页面提供 WebGPU',
    hint: useWasm,
  }),
  'runtime/no-adapter': () => ({
    message: '浏览器提供 WebGPU，但没有找到可用的图形适配器',
    hint: useWasm,
  }),
  'runtime/no-driver': (p) => ({
    message: `Node 没有找到可用的显卡：${p.reason}`,
    hint: '请安装 Vulkan 驱动和 libvulkan.so.1，或使用 Chromium 自带的软件模拟驱动：见 docs/real-models.md。CPU 不需要驱动：去掉该选项即可。',
  }),
  'runtime/adapter-failed': (p) => ({
    message: `浏览器提供 WebGPU，但查找图形适配器时出错（${p.reason}）`,
    hint: useWasm,
  }),
  'runtime/device-refused': (p) => ({
    message: `图形适配器（${p.adapter}）拒绝为此页面工作（${p.reason}）`,
    hint: `请关闭其他使用显卡的页面，然后重新加载模型。${useWasm}`,
  }),
  'runtime/graphics-silent': (p) => ({
    message: `显卡在 ${p.seconds} 秒内没有响应`,
    hint: '请重新加载模型，或选择 WASM 后端。',
  }),
  'runtime/device-lost': (p) => ({
    message: `浏览器失去了图形设备（${p.reason}）`,
    hint: '请重新加载模型，或选择 WASM 后端。',
  }),
  'runtime/not-started': (p) => ({
    message: `无法启动运行时（${p.reason}）`,
    hint: '请检查网络连接，然后重新加载模型。',
  }),
  'runtime/threads-silent': (p) => ({
    message: `运行时的线程在 ${p.seconds} 秒内没有启动`,
    hint: '请重新加载模型。',
  }),
  'runtime/failed': (p) => ({
    message: `运行失败（${p.what}：${p.reason}）`,
    hint: '请重新加载模型。如果仍然失败，请减小批量或改用 WASM 后端。',
  }),
  'runtime/released': (p) => ({
    message: `所用资源（${p.what}）已被释放`,
    hint: '请重新加载模型。',
  }),
  'settings/invalid': (p) => ({
    message: `设置“${p.field}”：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请改正此设置后重新运行。没有任何改动。',
  }),
  'settings/file': (p) => ({
    message: `${p.path}：“${p.field}”需要 ${p.expected}，得到 ${p.got}`,
    hint: '请改正此文件后重新运行。没有运行任何内容。',
  }),
  'weights/too-large': (p) => ({
    message: `权重“${p.name}”：16 位数的绝对值最大为 ${p.most}，实际为 ${p.got}`,
    hint: '请选择 32、8 或 4 位。',
  }),
  'weights/too-long': (p) => ({
    message: `权重“${p.name}”占 ${p.needs}，而此显卡的一个缓冲区最多容纳 ${p.most}`,
    hint: '请选择位数更少的权重，或改用 WASM。',
  }),
  'plan/no-halves': () => ({
    message: '此显卡不支持 16 位浮点计算（WebGPU 的 shader-f16）',
    hint: '请选择 32、8 或 4 位的权重，或改用 WASM。',
  }),
  'plan/too-big': (p) => ({
    message: `此模型约需 ${p.needs} GB（方案 ${p.plan}，${p.bits} 位），而此设备可提供 ${p.offers} GB。可行的是：${p.fits}`,
    hint: '请选择更小的模型，或内存更大的设备。',
  }),
  'prompt/too-long': (p) => ({
    message: `提示有 ${p.tokens} 个词元，模型最多接受 ${p.most} 个`,
    hint: '请缩短提示。',
  }),
  'text/empty': (p) => ({
    message: `文本太短（${p.what}）`,
    hint: '请至少提供几句话。',
  }),
  'text/block-too-long': (p) => ({
    message: `每块 ${p.tokens} 个词元，超过了模型能接受的 ${p.most} 个`,
    hint: `请将块长设为 ${p.most} 或更小。`,
  }),
  'text/too-large': (p) => ({
    message: `文本太大：${p.size}，上限为 ${p.most}`,
    hint: '请只用其中一部分，例如几章；即使一百页也要运行很久。',
  }),
  'text/binary': (p) => ({
    message: `${p.name} 不是文本文件`,
    hint: '请选择文本：纯文本、Markdown、HTML、JSON 或 JSONL。',
  }),
  'text/foreign': (p) => ({
    message: `${p.name} 是 ${p.format} 文件，不是纯文本`,
    hint: '请用制作它的程序打开，另存为纯文本（.txt），再在这里打开。',
  }),
  'text/not-written': (p) => ({
    message: `模型无法书写这段文本：它的分词器要用 ${p.tokens} 个词元来表示 ${p.characters} 个字符`,
    hint: '请使用模型懂得的语言。随页面提供的模型只懂简单的英语。',
  }),
  'dictionary/invalid': (p) => ({
    message: `词典（${p.where}）：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请写成 {"词": "替换"} 或 {"词": ["替换一", "替换二"]}，或含 term 与 translation 两列的 CSV。',
  }),
  'labels/none': (p) => ({
    message: `${p.blocks} 个块中没有任何可训练的标签`,
    hint: '请检查词典：它可能替换了文本中的每个词。',
  }),
  'train/diverged': (p) => ({
    message: `训练在第 ${p.step} 步发散（损失 ${p.loss}，梯度范数 ${p.gradient}）`,
    hint: `请降低学习率后重新运行${p.good === '' ? '' : `，或采用第 ${p.good} 步的状态，它是发散前最后一个正常状态`}。`,
  }),
  'stage/order': ({ stage, needs }) => {
    const first = title(needs);
    if (needs === 'load') return { message: '尚未加载模型', hint: '请先加载模型。' };
    if (stage === 'save') {
      return { message: `“${first}”还没有可保存的结果`, hint: `请先运行“${first}”。` };
    }
    if (stage === 'rescue') {
      return { message: `“${first}”没有可采用的较早状态`, hint: `请重新运行“${first}”。` };
    }
    return { message: `“${title(stage)}”需要“${first}”的结果`, hint: `请先运行“${first}”。` };
  },
  'review/unknown-item': (p) => ({
    message: `未知条目“${p.item}”`,
    hint: '请先导入任务，再导入关于它们的决定。',
  }),
  ...assistErrors,
  'store/failed': (p) => ({
    message: `浏览器未能保存（${p.reason}）`,
    hint: '关闭页面之前它仍会保留。请腾出空间，或导出项目。',
  }),
  'chat/failed': (p) => ({
    message: `无法使用模型的对话模板：${p.reason}`,
    hint: '请不用对话模板提问：模型会直接续写提示。',
  }),
  'chat/none': () => ({
    message: '此模型没有对话模板',
    hint: '请不用对话模板提问：模型会直接续写提示。',
  }),
  'model/no-room': (p) => ({
    message: `模型需要 ${p.needs}，而浏览器只给此页面留下 ${p.free}`,
    hint: '请删除一个不再需要的模型，或腾出磁盘空间。没有保存任何内容。',
  }),
  'model/not-kept': (p) => ({
    message: `浏览器无法保存模型：${p.reason}`,
    hint: '请腾出空间，或允许此页面保存数据，然后重新打开模型。',
  }),
  'project/invalid': (p) => ({
    message: `${p.file}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请选择由 Lethe 导出的项目文件。现有项目没有任何改动。',
  }),
  'project/elsewhere': (p) => ({
    message: `“${p.name}”已在另一个标签页中打开`,
    hint: '请先关闭那个标签页。',
  }),
  ...hubErrors,
  ...exchangeErrors,
  'run/other-texts': () => ({
    message: '这次运行所用的文本没有打开，本页的文件夹中也没有',
    hint: '请先打开它所用的项目或文本，然后重试。',
  }),
  'worker/silent': (p) => ({
    message: `后台线程在 ${p.seconds} 秒内没有启动`,
    hint: '请检查网络连接，然后重试。',
  }),
  'worker/vanished': () => ({
    message: '浏览器结束了后台线程，可能是因为内存不足',
    hint: '请关闭其他标签页，或选择较小的模型，然后重新加载。已保存的结果都还在。',
  }),
  'worker/stopped': (p) => ({
    message: `后台线程已停止（${p.reason}）`,
    hint: '它会自动重启，请再次运行该阶段。',
  }),
};
