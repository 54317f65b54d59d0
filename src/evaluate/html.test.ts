import { expect, test } from 'vitest';
import { html } from './html';

test('values are escaped, in text and in attributes, and markup is not escaped twice', () => {
  const bad = `<script>alert("1" & '2')</script>`;
  const safe = '&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;';
  expect(html`<b title="${bad}">${bad}</b>`.text).toBe(`<b title="${safe}">${safe}</b>`);
  expect(html`<p>${[html`<i>${'<'}</i>`, ['a', 1, '&']]}</p>`.text).toBe('<p><i>&lt;</i>a1&amp;</p>');
});
