/**
 * Named entities with a token classifier of transformers.js: it labels pieces, and their places are found here. Tokenizer
 * and model of its pipeline are asked one after the other, since the pipeline itself is silent about unknown words.
 */
import { breather } from '../../base/breathe';
import { largest } from '../../base/extremes';
import { v } from '../../base/schema';
import { stream } from '../../base/stream';
import { placesOf } from '../names/align';
import { spansOf, type LabelledPiece, type NamedSpan } from '../names/spans';
import { windowsOf } from '../names/windows';
import { asGuest, named, type OpeningEvent, type TabModel } from './transformers';

export type NamesEvent =
  | OpeningEvent
  /** Windows read so far; how many there are in all is known passage by passage. */
  | { readonly kind: 'names'; readonly done: number; readonly of: number };

const labels = v.object({ id2label: v.record(v.string(), v.string()) });

/** What is needed of a pipeline of the library. */
interface Classifier {
  /** `isWhole`: with the special ones around them */
  readonly pieces: (text: string, isWhole: boolean) => string[];
  /** The most probable label of each piece, special ones included. */
  readonly label: (text: string) => Promise<readonly { label: string; score: number }[]>;
}

/** Pieces that two windows share, as part of a window. */
const OVERLAP = 1 / 4;

/** The names in each passage. @throws LetheError assist/tab-model, file/part-missing; the signal’s reason */
export async function* findNames(
  model: TabModel,
  passages: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<NamesEvent, NamedSpan[][]> {
  const classifier = yield* stream((emit: (event: NamesEvent) => void) => opened(model, emit));
  signal.throwIfAborted();
  const breathe = breather();
  const found: NamedSpan[][] = [];
  for (const [done, passage] of passages.entries()) {
    yield { kind: 'names', done, of: passages.length };
    const pieces: LabelledPiece[] = [];
    for (const window of windowsIn(model, classifier, passage)) {
      await breathe();
      signal.throwIfAborted();
      const inside = await named(model, () =>
        labelled(model, classifier, passage.slice(window.start, window.end)),
      );
      for (const one of inside) {
        const [start, end] = [one.start + window.start, one.end + window.start];
        if (start >= window.from && start < window.to) pieces.push({ ...one, start, end });
      }
    }
    found.push(spansOf(passage, pieces, model.folder.marks));
  }
  return found;
}

let last: { readonly model: TabModel; readonly classifier: Classifier } | null = null;

async function opened(model: TabModel, onopening: (event: OpeningEvent) => void): Promise<Classifier> {
  if (last?.model === model) return last.classifier;
  const { library, id, options } = await asGuest(model, onopening);
  const pipeline = await named(model, () => library.pipeline('token-classification', id, options));
  const classifier: Classifier = {
    pieces: (text, isWhole) => pipeline.tokenizer.tokenize(text, { add_special_tokens: isWhole }),
    async label(text) {
      const outputs = v.object({ logits: v.instance(library.Tensor) });
      const read: unknown = await pipeline.model(pipeline.tokenizer(text, { truncation: true }));
      const { logits } = v.parse(outputs, read);
      const { id2label } = v.parse(labels, pipeline.model.config);
      const rows = Array.from(logits.to('float32').data, Number); // [1, T, labels]
      const width = logits.dims.at(-1) ?? 1;
      return Array.from({ length: rows.length / width }, (_, i) => {
        const shares = library.softmax(rows.slice(i * width, (i + 1) * width));
        const score = largest(shares);
        return { label: id2label[shares.indexOf(score)] ?? '', score };
      });
    },
  };
  last = { model, classifier };
  return classifier;
}

function windowsIn({ folder }: TabModel, { pieces }: Classifier, text: string): ReturnType<typeof windowsOf> {
  const places = placesOf(text, pieces(text, false), folder.marks);
  const special = pieces('', true).length;
  // A window that is read by itself may have a piece more at either end.
  const most = Math.max(2, folder.mostPieces - special - 2);
  return windowsOf(text, places, most, Math.floor(most * OVERLAP));
}

async function labelled(
  { folder: { marks } }: TabModel,
  { pieces, label }: Classifier,
  text: string,
): Promise<LabelledPiece[]> {
  const own = pieces(text, false);
  const whole = pieces(text, true);
  // Where the pieces of the text begin among those with special ones around them.
  const before = whole.findIndex((_, at) => own.every((piece, i) => whole[at + i] === piece));
  const places = placesOf(text, own, marks);
  return (await label(text)).flatMap((one, i): LabelledPiece[] => {
    const [piece, place] = [own[i - before], places[i - before]];
    return piece === undefined || !place ? [] : [{ piece, ...place, ...one }];
  });
}
