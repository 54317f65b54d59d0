/** A language model of transformers.js in the tab that answers questions. */
import { stream } from '../../base/stream';
import type { Answer, AnswerEvent, Message, Question } from '../answerer';
import { fail } from '../errors';
import { asGuest, named, type OpeningEvent, type TabModel } from './transformers';

export type TextEvent = OpeningEvent | AnswerEvent;

interface Written {
  readonly tokens: number;
  /** Whether the answer ended by itself. */
  readonly isWhole: boolean;
}

/** What is needed of a pipeline of the library. */
interface Writer {
  promptTokens(messages: readonly Message[]): number;
  /** `isOver` is asked after each token. */
  write(question: Question, hear: (text: string) => void, isOver: () => boolean): Promise<Written>;
}

/** Answers a question. @throws LetheError assist/tab-model, assist/too-long, file/part-missing; the signal’s reason */
export async function* answerInTab(
  model: TabModel,
  question: Question,
  signal: AbortSignal,
): AsyncGenerator<TextEvent, Answer> {
  return yield* stream(async (emit: (event: TextEvent) => void) => {
    const writer = await opened(model, emit);
    signal.throwIfAborted();
    const prompt = await named(model, () => Promise.resolve(writer.promptTokens(question.messages)));
    const most = model.folder.mostPieces;
    if (prompt >= most) fail('assist/too-long', { said: `${prompt} > ${most}` });
    let text = '';
    const { tokens: answer, isWhole } = await named(model, () =>
      writer.write(
        { ...question, maxTokens: Math.min(question.maxTokens, most - prompt) },
        (piece) => {
          text += piece;
          emit({ kind: 'text', text: piece });
        },
        () => signal.aborted,
      ),
    );
    signal.throwIfAborted();
    return { text, usage: { prompt, answer }, isWhole };
  });
}

let last: { readonly model: TabModel; readonly writer: Writer } | null = null;

/** Lets messages in: between two tokens the library awaits nothing but its own promises. */
const macrotask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function opened(model: TabModel, onopening: (event: OpeningEvent) => void): Promise<Writer> {
  if (last?.model === model) return last.writer;
  const { library, id, options } = await asGuest(model, onopening);
  const pipeline = await named(model, () => library.pipeline('text-generation', id, options));
  const { tokenizer } = pipeline;
  // The library does not read it from a file of its own, where newer models have it.
  tokenizer.chat_template ??= (await model.folder.files.get('chat_template.jinja')?.text()) ?? null;
  const forward = pipeline.model.forward.bind(pipeline.model);
  pipeline.model.forward = async (inputs) => {
    await macrotask();
    return (await forward(inputs)) as unknown;
  };
  const hasTemplate = tokenizer.chat_template !== null;
  const plain = (messages: readonly Message[]): string => messages.map(({ content }) => content).join('\n\n');
  const writer: Writer = {
    promptTokens: (messages) =>
      tokenizer.encode(
        hasTemplate
          ? tokenizer.apply_chat_template([...messages], { tokenize: false, add_generation_prompt: true })
          : plain(messages),
        { add_special_tokens: !hasTemplate },
      ).length,
    async write({ messages, maxTokens, temperature = 0 }, hear, isOver) {
      const written: number[] = [];
      const stop = new library.InterruptableStoppingCriteria();
      const streamer = new library.TextStreamer(tokenizer, {
        skip_prompt: true,
        callback_function: hear,
        token_callback_function: (tokens) => {
          for (const token of tokens) written.push(Number(token));
          if (isOver()) stop.interrupt();
        },
      });
      const settings = {
        max_new_tokens: maxTokens,
        streamer,
        stopping_criteria: stop,
        ...(temperature > 0 ? { do_sample: true, temperature } : { do_sample: false }),
      };
      if (hasTemplate) await pipeline([...messages], settings);
      else await pipeline(plain(messages), settings);
      return { tokens: written.length, isWhole: tokenizer.all_special_ids.includes(written.at(-1) ?? -1) };
    },
  };
  last = { model, writer };
  return writer;
}
