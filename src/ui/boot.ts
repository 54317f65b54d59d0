/**
 * The first script of the built page. It imports nothing, so that whatever else fails can be fetched again: it starts
 * the page, and tries until it starts. The page is without words until then, so it brings its own.
 */

/** Milliseconds before each try; the last one counts for all further tries. */
const PAUSES = [0, 500, 2000, 5000];
const MESSAGE = 'The page could not be loaded yet. Check your connection. / 页面尚未能加载，请检查网络连接。';

async function start(script: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(tries, PAUSES.length - 1)]));
    try {
      await import(/* @vite-ignore */ script);
      return;
    } catch (error) {
      console.warn(error);
      if (tries === PAUSES.length - 1) explain();
    }
  }
}

/** Offers a reload: scripts of a version that is no longer there never come. */
function explain(): void {
  const reload = document.createElement('button');
  reload.textContent = 'Reload / 重新加载';
  reload.addEventListener('click', () => location.reload());
  document.getElementById('app')?.replaceChildren(MESSAGE, ' ', reload);
}

const script = document.querySelector<HTMLScriptElement>('script[data-start]')?.dataset.start;
if (script !== undefined) void start(new URL(script, document.baseURI).href);
