/** Where a model keeps the template of its conversations. */
import { v } from '../base/schema';
import { CHAT_TEMPLATE } from './file-names';
import type { ChatTemplate } from './model-files';
import { ifPresent, readText, type FileSource } from './source';

const token = v.optional(v.nullable(v.union([v.string(), v.looseObject({ content: v.string() })])));
const tokens = v.looseObject({ bos_token: token, eos_token: token });
const named = v.array(v.looseObject({ name: v.string(), template: v.string() }));
const templates = v.looseObject({ chat_template: v.union([v.string(), named]) });

const textOf = (found: v.InferOutput<typeof token>): string =>
  typeof found === 'string' ? found : (found?.content ?? '');

/** With the tokens that tokenizer_config.json names. */
export function chatOf(source: string, tokenizerConfig: unknown): ChatTemplate {
  const read = v.safeParse(tokens, tokenizerConfig);
  if (!read.success) return { source, bos: '', eos: '' };
  const { bos_token: bos, eos_token: eos } = read.output;
  return { source, bos: textOf(bos), eos: textOf(eos) };
}

/** The template in tokenizer_config.json; of several, the one named “default”. */
function templateIn(tokenizerConfig: unknown): string | null {
  const read = v.safeParse(templates, tokenizerConfig);
  if (!read.success) return null;
  const found = read.output.chat_template;
  if (typeof found === 'string') return found;
  return found.find(({ name }) => name === 'default')?.template ?? null;
}

/**
 * The template of the model in a folder; null if it has none. The models that come with the page have no file for it, and
 * no request is sent for one.
 * @throws LetheError file/missing if it cannot be reached
 */
export async function openChat(
  source: FileSource,
  folder: string,
  tokenizerConfig: unknown,
): Promise<ChatTemplate | null> {
  const inFile = async (): Promise<string | null> =>
    source.isHere?.(folder) === true ? ifPresent(readText(source, `${folder}/${CHAT_TEMPLATE}`)) : null;
  const template = templateIn(tokenizerConfig) ?? (await inFile());
  return template === null ? null : chatOf(template, tokenizerConfig);
}
