import { expect, test } from 'vitest';
import { Decisions, type DecisionKey } from './decisions';

interface Said extends DecisionKey {
  readonly answer: number;
}

const said = (item: string, annotator: string, answer: number, role: Said['role'] = 'annotator'): Said => ({
  item,
  annotator,
  role,
  answer,
});

test('one decision per person and item, and one final decision per item by any adjudicator', () => {
  const decisions = Decisions.of([
    said('a', 'ann', 1),
    said('b', 'ben', 2),
    said('a', 'ann', 3),
    said('a', 'ann', 4, 'adjudicator'),
    said('a', 'eve', 5, 'adjudicator'),
  ]);
  expect([...decisions].map(({ answer }) => answer)).toEqual([3, 5, 2]);
  expect(decisions.size).toBe(3);
  expect(decisions.on('b')).toEqual([said('b', 'ben', 2)]);
  expect(decisions.find({ item: 'a', annotator: 'ann', role: 'annotator' })?.answer).toBe(3);
  expect(decisions.find({ item: 'a', annotator: 'zoe', role: 'adjudicator' })?.answer).toBe(5);
});

test('removing one that is not there changes nothing', () => {
  const one = Decisions.of([said('a', 'ann', 1)]);
  const same = one.with([{ who: said('a', 'ben', 0), after: null }]);
  expect([...same]).toEqual([...one]);
  const none = one.with([{ who: said('a', 'ann', 0), after: null }]);
  expect([none.size, none.on('a')]).toEqual([0, []]);
});

test('300,000 decisions are one change', () => {
  const many = Array.from({ length: 300_000 }, (_, i) => said(String(i), 'ann', i));
  expect(Decisions.of(many).size).toBe(300_000);
});

test('however many decisions an item has, each is read a few times when one after another is added', () => {
  const read = { times: 0 };
  const many = Array.from({ length: 2_000 }, (_, i): Said => ({
    ...said('a', '', i),
    get annotator() {
      read.times += 1;
      return `person ${i}`;
    },
  }));
  const decisions = Decisions.of(many);
  expect(many.every((one) => decisions.find(one) === one)).toBe(true);
  expect(read.times).toBeLessThan(10 * many.length);
});
