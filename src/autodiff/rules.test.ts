import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { apply, mul, scalar } from '../graph/build';
import type { OpName, Value } from '../graph/ir';
import { opCases, type OpCase } from '../graph/ops/cases';
import { checkVjp, type VjpResult } from './check-vjp';
import { rules, type RuleTable } from './rules';

const cases = opCases(prng(1));
const ops = Object.keys(cases) as OpName[];
const differentiable = ops.filter((op) => rules[op] !== null);

function checkOp<O extends OpName>(op: O, example: OpCase<O>, table?: RuleTable): VjpResult {
  const f = (...inputs: readonly Value[]): Value => {
    const [value] = apply(op, inputs, example.attributes);
    if (!value) throw new Error(`${op} has no result`);
    return value;
  };
  const fixed = example.fixed ?? {};
  return checkVjp({ f, at: example.inputs, fixed }, prng(2), table);
}

/** The rule table with every gradient of one op 1 % too large. */
function withError(op: OpName): RuleTable {
  const wrong = (context: never) => {
    const right: ((context: never) => readonly (Value | null)[]) | null = rules[op];
    return right?.(context).map((gradient) => gradient && mul(gradient, scalar(1.01))) ?? [];
  };
  return { ...rules, [op]: wrong };
}

const agrees = ({ analytic, numeric }: VjpResult): boolean =>
  Math.abs(analytic - numeric) <= 1e-5 * Math.max(1, Math.abs(numeric));

/** The cases of an op with at least one input that is not held fixed. */
function moving(op: OpName): readonly OpCase<OpName>[] {
  return cases[op].filter(({ inputs, fixed = {} }) => inputs.some((_, i) => !(i in fixed)));
}

describe.each(differentiable)('gradient of %s', (op) => {
  test('equals the numeric derivative along a random direction', () => {
    for (const example of moving(op)) {
      const result = checkOp(op, example);
      expect(agrees(result), `analytic ${result.analytic}, numeric ${result.numeric}`).toBe(true);
    }
  });

  test('an error of 1 % in its rule is found', () => {
    const noticed = moving(op).map((example) => !agrees(checkOp(op, example, withError(op))));
    expect(noticed).toContain(true);
  });
});

test('ops declared without a gradient are exactly these', () => {
  expect(ops.filter((op) => rules[op] === null)).toEqual([
    'Greater',
    'Equal',
    'Cast',
    'TopK',
    'GatherBlockQuantized',
    'GroupQueryAttention',
  ]);
});
