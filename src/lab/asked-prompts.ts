/** Prompts as tokens: as they stand, or each as the user’s words in a conversation, by the template of a chat model. */
import { promptIds } from '../evaluate/prompt-tokens';
import { fail } from '../files/errors';
import type { ModelFiles } from '../files/model-files';
import { part } from '../files/part';

const rendering = part(() => import('../files/render-chat'));

/** How a conversation begins. */
export interface Chat {
  /** what the model is told before; empty: whatever its template says then */
  readonly system: string;
}

/** `chat`: null for prompts as they stand. @throws LetheError chat/none, chat/failed */
export async function askedPrompts(
  { tokenizer, chat: template }: Pick<ModelFiles, 'tokenizer' | 'chat'>,
  prompts: readonly string[],
  chat: Chat | null,
): Promise<Int32Array[]> {
  if (!chat) return prompts.map((prompt) => promptIds(tokenizer, prompt));
  if (!template) return fail('chat/none', {});
  const { renderChat } = await rendering();
  const system = chat.system.trim();
  const before = system === '' ? [] : [{ role: 'system' as const, content: system }];
  // The template writes BOS itself where the model wants it.
  return prompts.map((content) =>
    tokenizer.encode(renderChat(template, [...before, { role: 'user', content }])),
  );
}
