import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createServer } from 'vite';
import { connected } from './connected.ts';
import { developmentHeaders } from './headers.ts';

test('the development server has the connected page, too, and the page itself stays strict', async () => {
  const root = mkdtempSync(join(tmpdir(), 'lethe-entries-'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html lang="en"><title>Lethe</title></html>');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [connected()],
    server: { port: 0, host: '127.0.0.1', headers: developmentHeaders },
  });
  try {
    await server.listen();
    const at = async (path: string) => {
      const response = await fetch(new URL(path, server.resolvedUrls?.local[0]));
      const policy = response.headers.get('content-security-policy') ?? '';
      return {
        policy,
        isolated: response.headers.get('cross-origin-opener-policy'),
        html: await response.text(),
      };
    };
    const [free, strict] = [await at('connected.html#/lab'), await at('index.html')];
    expect(free.html).toContain('<html data-connected lang="en">');
    expect(free.html).toContain('@vite/client');
    expect(free.policy).toMatch(/connect-src [^;]*https: http:\/\/localhost:\*/u);
    expect(free.policy).toMatch(/connect-src [^;]*ws:\/\/localhost:\*/u);
    expect(free.isolated).toBe('same-origin');
    expect(strict.html).not.toContain('data-connected');
    expect(strict.policy).not.toContain('https:');
  } finally {
    await server.close();
    rmSync(root, { recursive: true });
  }
});
