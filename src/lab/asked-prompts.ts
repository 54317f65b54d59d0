/** Prompts as tokens: as they stand, or each as the user’s words in a conversation, by the template of a chat model. */
import { continued, type AsTokens } from '../evaluate/prompt-tokens';
import { fail } from '../files/errors';
import type { ModelFiles } from '../files/model-files';
import { part } from '../files/part';

const rendering = part(() => import('../files/render-chat'));

/** How a conversation begins. */
export interface Chat {
  /** what the model is told before; empty: whatever its template says then */
  readonly system: string;
}

type Asked = Pick<ModelFiles, 'tokenizer' | 'chat'>;

/** `chat`: null for prompts as they stand; in one, an answer begins without a space. @throws LetheError chat/none; the function, chat/failed */
export async function askedAs({ tokenizer, chat: template }: Asked, chat: Chat | null): Promise<AsTokens> {
  if (!chat) return continued(tokenizer);
  if (!template) return fail('chat/none', {});
  const { renderChat } = await rendering();
  const system = chat.system.trim();
  const before = system === '' ? [] : [{ role: 'system' as const, content: system }];
  // The template writes BOS itself where the model wants it.
  return (content, answer = '') =>
    tokenizer.encode(renderChat(template, [...before, { role: 'user', content }]) + answer.trimStart());
}

/** `chat`: null for prompts as they stand. @throws LetheError chat/none, chat/failed */
export async function askedPrompts(
  files: Asked,
  prompts: readonly string[],
  chat: Chat | null,
): Promise<Int32Array[]> {
  const asTokens = await askedAs(files, chat);
  return prompts.map((prompt) => asTokens(prompt));
}
