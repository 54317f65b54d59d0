/** Scrolls the nearest scrollable ancestor of `element` until it is in view; never the page. */
export function scrollWithin(element: HTMLElement | null): void {
  const box = element?.parentElement?.closest<HTMLElement>('[data-scrolls]');
  if (!element || !box) return;
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()];
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
}
