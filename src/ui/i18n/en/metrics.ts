/** Every metric's title, meaning and ideal value, taken from the catalogue. */
import { fromEntries } from '../../../base/records';
import {
  metricNames,
  metricText,
  type MetricName,
  type MetricText,
} from '../../../evaluate/metric-catalogue';

type Words = Pick<MetricText, 'title' | 'meaning' | 'good'>;

function words(name: MetricName): Words {
  const { title, meaning, good } = metricText(name);
  return { title, meaning, good };
}

export const metrics: Record<MetricName, Words> = fromEntries(
  metricNames.map((name) => [name, words(name)] as const),
);
