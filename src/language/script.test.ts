import { expect, test } from 'vitest';
import { guessLanguage } from './script';

test.each([
  ['She went to the lake with her father, and they were glad of the light.', 'english'],
  ['Das Mädchen ging mit ihrem Vater an den See, und beide freuten sich über das Licht.', 'latin'],
  ['La fille alla au lac avec son père, et tous deux furent contents de la lumière.', 'latin'],
  ['女孩和她的父亲一起去湖边。', 'chinese'],
  ['女の子は父と湖へ行きました。', 'japanese'],
  ['소녀는 아버지와 함께 호수로 갔다.', 'korean'],
  ['Девочка пошла с отцом к озеру.', 'cyrillic'],
  ['Το κορίτσι πήγε στη λίμνη.', 'greek'],
  ['1, 2, 3 …', 'unknown'],
  ['', 'unknown'],
] as const)('%s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
