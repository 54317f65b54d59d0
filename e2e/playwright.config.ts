import { defineConfig } from '@playwright/test';
import { browserFlags, ensureBrowser } from '../tools/browser/find';
import { PATH, PORT } from '../tools/browser/address';

const baseURL = `http://localhost:${PORT}${PATH}`;

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // Safety nets: stories wait for states, and a busy machine may take ten times as long as an idle one.
  timeout: 20 * 60_000,
  expect: { timeout: 2 * 60_000 },
  workers: 2,
  reporter: 'list',
  use: {
    baseURL,
    actionTimeout: 5 * 60_000, // of a click on what never comes
    launchOptions: { executablePath: ensureBrowser(), args: browserFlags },
    // Tests put files of their own in place of the shipped ones; only offline.spec.ts lets the page keep files.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'npx tsx tools/browser/server.ts',
    cwd: '..',
    url: baseURL,
    reuseExistingServer: false,
  },
});
