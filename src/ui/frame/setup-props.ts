/** What choosing a model needs, in the bar and in its popover. */
import type { ModelActions, ModelView } from '../run/model-view';
import type { Opening } from '../run/opening.svelte';
import type { SettingsForm } from '../run/settings-form';

export interface SetupProps {
  readonly opening: Pick<Opening, 'entries' | 'failure' | 'fetch' | 'missing'>;
  readonly model: ModelView;
  readonly actions: ModelActions;
  readonly form: SettingsForm;
  /** path of the model to select; null: the one that is or was last loaded */
  readonly selected?: string | null;
  /** Called when the user wants to open a model. */
  readonly onown?: () => void;
  /** Called when loading begins. */
  readonly onload?: () => void;
}
