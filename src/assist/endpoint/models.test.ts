/** The list of models of an endpoint, over a real connection. */
import { afterEach, expect, test } from 'vitest';
import { json, protocolServer, type ProtocolServer, type Reply } from '../fixtures/protocol-server';
import { modelsOf } from './models';

let server: ProtocolServer;
afterEach(() => server.close());

async function listed(reply: Reply): Promise<string[]> {
  server = await protocolServer(() => reply);
  const settings = { address: server.address, model: '', key: 'k', atOnce: 1, server: null, page: null };
  return modelsOf(settings, new AbortController().signal);
}

test('the models are listed by name, each once', async () => {
  const data = [{ id: 'b' }, { id: 'a', owned_by: 'x' }, { id: 'b' }];
  expect(await listed(json({ data }))).toEqual(['a', 'b']);
  expect(server.asked[0]).toMatchObject({ path: '/v1/models', headers: { authorization: 'Bearer k' } });
});

test.each([
  [json({ data: 'none' }), 'assist/protocol'],
  [json({ error: 'no' }, 401), 'assist/key-variable'],
  [{ parts: ['<html>'] }, 'assist/protocol'],
] as const)('a list of models that is none is an error', async (reply, code) => {
  await expect(listed(reply)).rejects.toMatchObject({ code });
});
