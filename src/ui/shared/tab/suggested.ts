/** Small models that suit, as the Hub names them. */
import type { TabTask } from '../../../assist/tab/tasks';

export const suggested: Readonly<Record<TabTask, readonly string[]>> = {
  names: ['Xenova/bert-base-NER', 'Xenova/bert-base-multilingual-cased-ner-hrl'],
  text: [
    'HuggingFaceTB/SmolLM2-360M-Instruct',
    'onnx-community/Qwen2.5-0.5B-Instruct',
    'onnx-community/Llama-3.2-1B-Instruct',
  ],
};
