/** What the panel for prompts shows, and what the user can do there. */
import type { DeviceChoice } from '../../../lab/choose-device';
import type { EvaluatedVariant } from '../../../evaluate/report';
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import type { RunSettings } from '../../../methods/settings';
import type { OwnAdapter } from '../../../store/own-adapters';
import type { Failure } from '../../kit/failure';
import type { SentenceKind } from '../../../recorded/proof';
import type { CatalogEntry } from '../catalogue';
import type { Phase } from '../stage.svelte';
import type { Answer } from './answer';
import type { Subject } from '../subject';
import type { Asking } from './asking';
import type { Conversation } from './conversation.svelte';

/** What answers a prompt: a variant, or an adapter made elsewhere. */
export type AnsweringVariant = EvaluatedVariant | 'opened';

/** A prompt to choose, and what it is about. */
export interface KnownPrompt {
  readonly kind: SentenceKind;
  readonly prompt: string;
}

/** What the answers on the screen are of. */
export interface ShownAnswers {
  /** in the order of `modelVariants`, then that of an opened adapter, then gold's */
  readonly all: readonly Answer[];
  readonly source: 'recorded' | 'live' | null;
  /** the α of equation 1’s answer; null: it has none, or is being generated */
  readonly alpha: number | null;
  /** the largest recorded α if the one that is shown lies beyond it */
  readonly beyond: number | null;
  /** those whose models have been trained anew since */
  readonly gone: readonly EvaluatedVariant[];
  /** the adapter made elsewhere that answered too; null: none */
  readonly opened: AdapterOrigin | null;
}

export interface AskView {
  readonly conversation: Readonly<Pick<Conversation, 'prompt' | 'asked' | 'isChat' | 'translatedPrompt'>> & {
    readonly stage: { readonly phase: Phase };
  };
  readonly answers: ShownAnswers;
  /** prompts of the recorded run */
  readonly recorded: readonly KnownPrompt[];
  readonly entry: CatalogEntry | null;
  readonly backend: DeviceChoice;
  readonly isLoaded: boolean;
  readonly isLoading: boolean;
  /** whether the model has a chat template */
  readonly chats: boolean;
  readonly subject: Subject;
  /** whether the model has read the text on this device, and is the baseline as it then was */
  readonly hasRead: boolean;
  /** whether there is a model that never read the text */
  readonly hasGold: boolean;
  /** whether the reinforced model was trained on this device */
  readonly isReinforced: boolean;
  /** whether the unlearned model was trained on this device */
  readonly isUnlearned: boolean;
  /** an adapter made elsewhere that is open, to answer too */
  readonly opened: {
    readonly phase: Phase;
    readonly origin: AdapterOrigin | null;
    /** those that this browser keeps for the loaded model */
    readonly kept: readonly OwnAdapter[];
    /** why the last change of what is kept failed */
    readonly keepFailure: Failure | null;
  };
  readonly logitSpace: RunSettings['logitSpace'];
  readonly isBusy: boolean;
  /** whether a prompt can be sent: a run answers between two of its steps, loading does not */
  readonly canAsk: boolean;
}

export interface AskActions {
  /** Puts a prompt into the field. */
  readonly write: (prompt: string) => void;
  /** Shows the recorded answers to a prompt. */
  readonly recall: (prompt: string) => void;
  /** Sends a prompt; loads the model first where it must answer. */
  readonly send: (prompt: string, asking: Asking) => void;
  readonly stop: () => void;
  /** Opens an adapter from its files. */
  readonly openAdapter: (files: readonly File[]) => void;
  readonly closeAdapter: () => void;
  /** Lists the adapters that are kept. */
  readonly listAdapters: () => void;
  readonly openKept: (adapter: OwnAdapter) => void;
  readonly deleteKept: (adapter: OwnAdapter) => void;
  /** Takes the opened adapter in place of the reinforced one. */
  readonly reinforceWith: () => void;
  /** Takes the opened adapter in place of the unlearned one. */
  readonly unlearnWith: () => void;
  /** Answers by equation 1 at another α. */
  readonly followAlpha: (alpha: number) => void;
}
