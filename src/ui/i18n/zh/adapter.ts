/** 在别处训练的适配器。 */
export const adapter = {
  title: '与自己的适配器比较',
  files: 'PEFT 保存的 adapter_config.json 和 adapter_model.safetensors',
  help: '它必须属于已加载的模型。它与其他模型一同回答，但不改变它们；重新加载页面后需要再次打开。',
  is: '{{name}}：秩 {{rank}}，alpha {{alpha}}，作用于 {{targets}}。',
  base: '基于 {{base}} 训练。',
  same: '正是已加载的模型。',
  other: '其权重与已加载的不同。',
  reinforce: '用作强化模型',
  reinforceHelp: '标签将由它得出；设置采用它的秩、alpha 和投影。',
  close: '关闭',
  voice: '你的适配器',
  replaced: '它已不再打开，请重新提问。',
};
