/** What choosing a model needs, in the bar and in its popover. */
import type { ModelActions, ModelView } from '../run/model-view';
import type { Opening } from '../run/opening.svelte';
import type { SettingsForm } from '../run/settings-form';

export interface SetupProps {
  readonly opening: Pick<Opening, 'entries' | 'failure' | 'fetch'>;
  readonly model: ModelView;
  readonly actions: ModelActions;
  readonly form: SettingsForm;
  /** Called when loading begins. */
  readonly onload?: () => void;
}
