import { expect, test } from 'vitest';
import { foreignHost } from './contacts';

test('a host is foreign unless it is of this origin; what is no request to a host is none', () => {
  const of = (address: string) => foreignHost(address, 'https://here.example:8000');
  expect(of('https://huggingface.co/api/models')).toBe('huggingface.co');
  expect(of('http://localhost:8080/v1')).toBe('localhost:8080');
  expect(of('http://here.example:8000/x')).toBe('here.example:8000'); // another scheme is another origin
  expect(['https://here.example:8000/a', 'blob:https://here.example:8000/1', 'data:,x', 'x'].map(of)).toEqual([null, null, null, null]); // prettier-ignore
});
