import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Body</p>' }));

function open() {
  const onclose = vi.fn();
  const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  render(Dialog, { title: 'Keys', closeLabel: 'Done', width: '20rem', onclose, children });
  return { onclose, showModal };
}

test('it opens as a modal dialog, named by its title', () => {
  const { onclose, showModal } = open();
  expect(screen.getByRole('dialog', { name: 'Keys' }).textContent).toContain('Body');
  expect(showModal).toHaveBeenCalledOnce();
  expect(onclose).not.toHaveBeenCalled();
});

test('its button closes it and reports that once', async () => {
  const { onclose } = open();
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(onclose).toHaveBeenCalledOnce();
});
