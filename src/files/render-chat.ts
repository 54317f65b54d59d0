/**
 * A conversation as the text that a chat model was trained to continue, by the template that came with the model. Templates
 * are files from elsewhere: what they may ask for is bounded.
 */
import { Environment, Interpreter, parse, tokenize } from '@huggingface/jinja';
import { fail } from './errors';
import type { ChatTemplate } from './model-files';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Longest template, in UTF-16 units; the longest of public models have about 20,000. */
const LONGEST = 200_000;

/** The largest range that a template may loop over. */
const WIDEST = 1_000;

/** The text up to where the assistant's answer begins. @throws LetheError chat/failed */
export function renderChat({ source, bos, eos }: ChatTemplate, messages: readonly ChatMessage[]): string {
  if (source.length > LONGEST) fail('chat/failed', { reason: `${source.length} characters` });
  try {
    const environment = new Environment();
    const globals = { ...constants, range, strftime_now: today, raise_exception: refuse };
    const given = { bos_token: bos, eos_token: eos, add_generation_prompt: true };
    const conversation = { messages: messages.map((one) => ({ ...one })) };
    for (const [name, value] of Object.entries({ ...globals, ...given, ...conversation }))
      environment.set(name, value);
    // As transformers compiles them.
    const program = parse(tokenize(source, { lstrip_blocks: true, trim_blocks: true }));
    const written: { readonly value: unknown } = new Interpreter(environment).run(program);
    return String(written.value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail('chat/failed', { reason: shortened(reason) }, error);
  }
}

const constants = { true: true, false: false, none: null, True: true, False: false, None: null };

/** Longest reason that is shown, in UTF-16 units. */
const LONGEST_REASON = 200;

const shortened = (text: string): string =>
  text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;

function range(...bounds: readonly number[]): number[] {
  const [first = 0, second, step = 1] = bounds;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= WIDEST)) throw new Error(`range(${bounds.join(', ')})`);
  return Array.from({ length: count }, (_, i) => from + i * step);
}

/** `{{ strftime_now("%d %b %Y") }}`, as Llama 3.1's template asks; other parts of a date stay as they are. */
function today(format: string): string {
  const now = new Date();
  const in_ = (how: Intl.DateTimeFormatOptions): string => now.toLocaleDateString('en-GB', how);
  const parts: Readonly<Record<string, string>> = {
    '%d': in_({ day: '2-digit' }),
    '%m': in_({ month: '2-digit' }),
    '%b': now.toLocaleDateString('en-US', { month: 'short' }),
    '%B': in_({ month: 'long' }),
    '%Y': String(now.getFullYear()),
  };
  return format.replace(/%[a-zA-Z]/gu, (part) => parts[part] ?? part);
}

function refuse(reason: string): never {
  throw new Error(reason);
}
