/** The field's names for what the settings make of WHP; "WHP" alone would name four different methods. */
import { hasReinforced, type RunSettings } from './settings';

export type MethodVariant = 'paper' | 'anchors-only' | 'reinforced-only' | 'neither';

export function methodVariantOf(settings: RunSettings): MethodVariant {
  const isReinforced = hasReinforced(settings);
  if (settings.anchors) return isReinforced ? 'paper' : 'anchors-only';
  return isReinforced ? 'reinforced-only' : 'neither';
}
