/** 语言模型一方的错误，以及它们的回答的错误。 */
import type { assistErrors as english } from '../../../assist/errors';
import type { ErrorTexts, ParamsOf } from '../../../base/errors';

const keyRefused = (p: { host: string; said: string }): string => `${p.host} 不接受该密钥（401）：${p.said}`;

export const assistErrors: ErrorTexts<ParamsOf<typeof english>> = {
  'assist/address': (p) => ({
    message: `“${p.address}”不是语言模型的地址：${p.reason}`,
    hint: '请填写基础地址，例如 http://localhost:8080/v1。',
  }),
  'assist/plain-http': (p) => ({
    message: `无法通过明文 http 访问 ${p.host}：此页面只能以这种方式访问本机`,
    hint: '请在这台电脑上运行服务器（localhost），或改用 https 地址。',
  }),
  'assist/key': (p) => ({
    message: keyRefused(p),
    hint: '请输入有效的密钥。密钥只保存在内存中，每次重新加载后都要重新输入。',
  }),
  'assist/key-variable': (p) => ({
    message: keyRefused(p),
    hint: '请把有效的密钥放进环境变量 OPENAI_API_KEY，或你另行指定的环境变量。',
  }),
  'assist/forbidden': (p) => ({
    message: `${p.host} 拒绝了此请求（403）：${p.said}`,
    hint: '请检查该密钥能否使用这个模型，以及服务器是否允许此页面访问。',
  }),
  'assist/not-found': (p) => ({
    message: `${p.address} 没有模型“${p.model}”，或不是语言模型的地址（404）：${p.said}`,
    hint: '请列出它的模型并选择一个，并检查地址的结尾，通常是 /v1。',
  }),
  'assist/too-many': (p) => ({
    message: `${p.host} 暂不接受更多问题（429；等待 ${p.seconds} 秒）：${p.said}`,
    hint: '请稍后继续，或减少同时提出的问题。已有的回答都会保留。',
  }),
  'assist/server': (p) => ({
    message: `${p.host} 出错（${p.status}）：${p.said}`,
    hint: '请查看服务器的消息，然后重试。已有的回答都会保留。',
  }),
  'assist/refused': (p) => ({
    message: `${p.host} 拒绝了这个问题（${p.status}）：${p.said}`,
    hint: '请检查模型及其设置。',
  }),
  'assist/unreachable': (p) => ({
    message: `无法访问 ${p.host}：它没有运行，或不允许此页面访问`,
    hint: `请这样启动，使它允许此页面访问：${p.admit}`,
  }),
  'assist/no-server': (p) => ({
    message: `无法访问 ${p.host}：那里没有应答，或它转向了别的地址`,
    hint: '请启动服务器，并检查地址，通常以 /v1 结尾。',
  }),
  'assist/too-slow': (p) => ({
    message: `${p.host} 在 ${p.seconds} 秒内没有发来任何内容`,
    hint: '请重试，选择较小的模型，或减少同时提出的问题。',
  }),
  'assist/too-long': (p) => ({
    message: `问题超出了模型能读的长度：${p.said}`,
    hint: '请使用较短的段落，或给模型更长的上下文。',
  }),
  'assist/broken-stream': (p) => ({
    message: `${p.host} 的回答在中途断开（此前收到 ${p.got} 个字符）`,
    hint: '请重试。之前的回答都会保留。',
  }),
  'assist/protocol': (p) => ({
    message: `${p.host} 的应答与 OpenAI 兼容的服务器不同：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请检查地址，通常以 /v1 结尾。',
  }),
  'assist/answer': (p) => ({
    message: `模型的回答无法使用：需要 ${p.expected}，得到 ${p.got}`,
    hint: '请再问一次，修改提示词，或选择更大的模型。',
  }),
  'assist/model-folder': (p) => ({
    message: `这个文件夹不是 transformers.js 的模型：应为 ${p.expected}，实为 ${p.got}`,
    hint: '请选择含有 config.json、tokenizer.json 和 onnx/model.onnx 的文件夹，即 Hub 上供 transformers.js 使用的形式。',
  }),
  'assist/tab-model': (p) => ({
    message: `模型“${p.name}”无法在此标签页中运行：${p.reason}`,
    hint: '请改用 WASM 而非 WebGPU，或选择更小的数值格式或另一个模型。',
  }),
  'assist/not-connected': () => ({
    message: '此页面不能使用网络',
    hint: '请打开可以联网的页面。',
  }),
};
