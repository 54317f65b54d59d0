/** The proof that the first screen shows: of the recorded run, or of the run on this device once it unlearns. */
import type { NextToken } from '../../evaluate/next-token';
import type { Report } from '../../evaluate/report';
import type { ProbeEvent } from '../../lab/probe-event';
import {
  proofFigures,
  type BeforeAfter,
  type Proof,
  type ProofFigure,
  type ProofSentence,
} from '../../recorded/proof';
import type { WatchedSentence } from '../../lab/monitor-settings';

interface ShownSentence extends Pick<ProofSentence, 'kind' | 'prompt' | 'next'> {
  /** what belongs into its gap; null: it is not known */
  readonly whole: string | null;
}

/** A sentence that is watched while the model unlearns. */
export type Watched = WatchedSentence & Pick<ProofSentence, 'kind'>;

export interface ShownProof {
  readonly source: 'recorded' | 'live';
  /** training steps of the whole run, done or not */
  readonly steps: number;
  readonly looks: readonly number[];
  readonly sentences: readonly ShownSentence[];
  readonly figures: Readonly<Partial<Record<ProofFigure, BeforeAfter>>>;
  readonly swap: Proof['swap'] | null;
}

/** What the run on this device has shown so far. */
export interface LiveLooks {
  readonly probes: readonly ProbeEvent[];
  readonly steps: number;
  readonly watched: readonly Watched[];
  /** null until it is evaluated */
  readonly report: Report | null;
  readonly swap: Proof['swap'] | null;
}

export function recordedProof({ steps, looks, sentences, figures, swap }: Proof): ShownProof {
  const shown = sentences.map(({ answer: whole, ...sentence }) => ({ ...sentence, whole }));
  return { source: 'recorded', steps, looks, sentences: shown, figures, swap };
}

/** Null before the first look, and for runs that were not watched. */
export function liveProof({ probes, steps, watched, report, swap }: LiveLooks): ShownProof | null {
  const sentences = watched.flatMap(({ kind, prompt, answer: whole }, i): ShownSentence[] => {
    const next = probes.flatMap((probe): NextToken[] => probe.sentences?.slice(i, i + 1) ?? []);
    return next.length === probes.length && next.length > 0 ? [{ kind, prompt, next, whole }] : [];
  });
  if (sentences.length === 0) return null;
  const looks = probes.map(({ step }) => step);
  const figures = report ? measuredFigures(report) : watchedFigures(probes);
  return { source: 'live', steps, looks, sentences, figures, swap };
}

function measuredFigures({ evaluation }: Report): ShownProof['figures'] {
  return pairs((name) => [evaluation.baseline?.[name]?.agg_value, evaluation.unlearned?.[name]?.agg_value]);
}

/** On the few questions that are asked at each look. */
function watchedFigures(probes: readonly ProbeEvent[]): ShownProof['figures'] {
  const [first, last] = [probes[0]?.figures, probes.at(-1)?.figures];
  return pairs((name) => (name === 'neighbour' ? [null, null] : [first?.[name], last?.[name]]));
}

type Measured = number | null | undefined;

function pairs(of: (name: ProofFigure) => readonly [Measured, Measured]): ShownProof['figures'] {
  const known = proofFigures.flatMap((name): [ProofFigure, BeforeAfter][] => {
    const [before, after] = of(name);
    return typeof before === 'number' && typeof after === 'number' ? [[name, [before, after]]] : [];
  });
  return Object.fromEntries(known);
}
