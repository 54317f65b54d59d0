/** The files of a model as Hugging Face lays it out. */
export const CONFIG = 'config.json';
export const GENERATION = 'generation_config.json';
export const TOKENIZER = 'tokenizer.json';
export const TOKENIZER_CONFIG = 'tokenizer_config.json';
/** Newer versions of transformers write the template of conversations into a file of its own. */
export const CHAT_TEMPLATE = 'chat_template.jinja';
/** The weights in one file. */
export const WEIGHTS = 'model.safetensors';
/** Which weights lie in which of several files. */
export const INDEX = `${WEIGHTS}.index.json`;

/** What a model may lack. */
export const OPTIONAL = [TOKENIZER_CONFIG, GENERATION, CHAT_TEMPLATE];

export const isGgufName = (name: string): boolean => name.toLowerCase().endsWith('.gguf');
