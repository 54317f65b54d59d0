import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { emptyReport } from '../../../evaluate/fixtures/report';
import { runs as texts } from '../../i18n/en/runs';
import { addEnglish } from '../../i18n/i18n.svelte';
import OpenMade from './OpenMade.svelte';

addEnglish({ runs: texts });

test('reports the file that was chosen, and says what was in the one before', async () => {
  const onopen = vi.fn();
  const files = { config: new Uint8Array(), weights: new Uint8Array() };
  const made = {
    report: { ...emptyReport, made: { by: 'train.py', labels: { given: true, reviewed: 3 } } },
    losses: [],
    adapters: [{ name: 'unlearned', files }],
    labels: { blocks: 38, tokens: 4123 },
  };
  render(OpenMade, { made, onopen });
  await userEvent.click(screen.getByText('Open what a run made on a cluster'));
  const status = screen.getByRole('status').textContent;
  expect(status).toContain('to be opened in Ask: unlearned.');
  expect(status).toContain('4,123 tokens in 38 blocks');
  expect(status).toContain('They went along with the run; people reviewed 3 of them.');
  const zip = new File(['PK'], 'made.zip');
  await userEvent.upload(screen.getByLabelText('Zip file'), zip);
  expect(onopen).toHaveBeenCalledWith([zip]);
});
