/** What a variant is called where before and after are compared. */
import type { EvaluatedVariant } from '../../../evaluate/report';
import { t } from '../../i18n/i18n.svelte';

export function legendName(variant: EvaluatedVariant): string {
  switch (variant) {
    case 'baseline':
      return t('report.legend.before');
    case 'unlearned':
      return t('report.legend.after');
    case 'gold':
      return t('report.legend.gold');
    case 'reinforced':
    case 'equation1':
      return t(`report.voices.${variant}`);
  }
}
