/** How the page was opened: `?demo` shows the recorded run, `?demo=live` also runs the method on this device. */
export type DemoKind = 'recorded' | 'live';

/** Null: no demonstration. */
export function demoKindOf(search: string): DemoKind | null {
  const demo = new URLSearchParams(search).get('demo');
  if (demo === null) return null;
  return demo === 'live' ? 'live' : 'recorded';
}
