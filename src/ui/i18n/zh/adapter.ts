/** 在别处训练的适配器。 */
export const adapter = {
  title: '与自己的适配器比较',
  files: 'PEFT 保存的 adapter_config.json 和 adapter_model.safetensors',
  help: '它必须属于已加载的模型。它与其他模型一同回答，但不改变它们。此浏览器会保存它，供以后使用。',
  is: '{{name}}：秩 {{rank}}，alpha {{alpha}}，作用于 {{targets}}。',
  base: '基于 {{base}} 训练。',
  same: '正是已加载的模型。',
  other: '其权重与已加载的不同。',
  reinforce: '用作强化模型',
  unlearn: '用作遗忘后的模型',
  useHelp:
    '用作强化模型时，标签由它得出；用作遗忘后的模型时，对它提问、测量和评估。设置采用它的秩、alpha 和投影。',
  close: '关闭',
  kept: '此浏览器为该模型保存的适配器',
  open: '打开',
  delete: '删除',
  sure: '确认删除',
  leave: '保留',
  voice: '你的适配器',
  replaced: '它已不再打开，请重新提问。',
};
