/** 错误信息：期望什么、得到什么、可以怎么做。 */
import type { ErrorTexts } from '../../../base/errors';

export const errors: ErrorTexts = {
  'graph/type': (p) => ({
    message: `${p.op}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请检查构建此计算图处的形状。',
  }),
  'graph/invalid': (p) => ({
    message: `计算图不合规：${p.problem}`,
    hint: '请只用 graph/build.ts 中的函数创建节点。',
  }),
  'graph/missing-input': (p) => ({
    message: `计算图的输入“${p.name}”没有值`,
    hint: '请提供计算图列出的每个输入和权重。',
  }),
  'autodiff/no-rule': (p) => ({
    message: `${p.op} 位于梯度路径上，但它被声明为没有梯度`,
    hint: '请在 autodiff/rules.ts 中添加规则，或让它离开这条路径。',
  }),
  'config/unsupported': (p) => ({
    message: `config.json：${p.field} 应为 ${p.expected}，实际是 ${p.got}`,
    hint: 'Lethe 运行 Llama 系列的模型，请选择这样的模型。',
  }),
  'file/missing': (p) => ({
    message: `需要文件 ${p.path}，但无法读取（${p.status}）`,
    hint: '请检查模型文件夹是否完整，然后重新加载页面。',
  }),
  'file/invalid': (p) => ({
    message: `${p.path}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '文件已损坏或类型不符，请重新获取。',
  }),
  'weights/missing': (p) => ({
    message: `模型缺少权重“${p.name}”`,
    hint: 'config.json 与 model.safetensors 不匹配，请重新获取这两个文件。',
  }),
  'weights/shape': (p) => ({
    message: `权重“${p.name}”：形状应为 ${p.expected}，实际是 ${p.got}`,
    hint: 'config.json 与 model.safetensors 不匹配，请重新获取这两个文件。',
  }),
  'runtime/no-webgpu': (p) => ({
    message: `需要 WebGPU，但 ${p.reason}`,
    hint: '请选择 WASM 后端，它在任何地方都能运行。',
  }),
  'runtime/device-lost': (p) => ({
    message: `图形设备丢失：${p.reason}`,
    hint: '请重新加载模型，或选择 WASM 后端。',
  }),
  'runtime/failed': (p) => ({
    message: `${p.what} 在运行时失败：${p.reason}`,
    hint: '请重新加载模型。如果问题仍在，请减小批量或使用 WASM 后端。',
  }),
  'runtime/released': (p) => ({
    message: `需要可用的 ${p.what}，但它已被释放`,
    hint: '请重新加载模型。',
  }),
  'settings/invalid': (p) => ({
    message: `设置“${p.field}”：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请改正此设置，再次运行该阶段；没有任何改动。',
  }),
  'prompt/too-long': (p) => ({
    message: `提示最多 ${p.most} 个词元，实际 ${p.tokens} 个`,
    hint: '请缩短提示。',
  }),
  'text/empty': (p) => ({
    message: `${p.what} 需要一些文本，但不足以填满一个块`,
    hint: '请至少提供几句话。',
  }),
  'text/too-large': (p) => ({
    message: `文本最多 ${p.most}，这段有 ${p.size}`,
    hint: '请取其中一部分，例如几章；一百页已经要运行很久。',
  }),
  'text/binary': (p) => ({
    message: `${p.name}：需要纯文本，但内容不是文本`,
    hint: '请先另存为纯文本（UTF-8）；无法读取 .docx 和 .pdf。',
  }),
  'dictionary/invalid': (p) => ({
    message: `词典，${p.where}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请写成 {"词": "替换"} 或 {"词": ["替换一", "替换二"]}，或含 term 与 translation 两列的 CSV。',
  }),
  'labels/none': (p) => ({
    message: `${p.blocks} 个块中没有任何可训练的标签`,
    hint: '请检查词典：它可能替换了文本中的每个词。',
  }),
  'train/diverged': (p) => ({
    message: `训练在第 ${p.step} 步停止：它已发散（损失 ${p.loss}，梯度范数 ${p.gradient}）`,
    hint: `请降低学习率后重新运行${p.good === '' ? '' : `，或采用第 ${p.good} 步的状态，那时仍然良好`}。`,
  }),
  'stage/order': (p) => ({
    message: `阶段“${p.stage}”需要“${p.needs}”的结果，但它还不存在`,
    hint: `请先运行“${p.needs}”。`,
  }),
  'review/unknown-item': (p) => ({
    message: `“${p.item}”不是此次审阅中的条目`,
    hint: '请先导入任务，再导入关于它们的决定。',
  }),
  'store/failed': (p) => ({
    message: `浏览器没有保存此内容：${p.reason}`,
    hint: '在关闭页面之前它仍在这里。请腾出空间，或导出项目。',
  }),
  'project/invalid': (p) => ({
    message: `${p.file}：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请选择由“导出”生成的文件。这里没有任何改动。',
  }),
  'project/elsewhere': (p) => ({
    message: `“${p.name}”已在另一个标签页中打开`,
    hint: '请先关闭那个标签页。',
  }),
  'worker/stopped': (p) => ({
    message: `后台线程已停止：${p.reason}`,
    hint: '它会自动重启；请再运行一次该阶段。',
  }),
};
