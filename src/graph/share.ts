/** Merges equal expressions: the same op on the same values with the same attributes. */
import type { Data, ResultValue, Value } from './ir';
import { apply } from './build';
import { rewrite } from './rewrite';

/** Constants up to this many elements are compared by content; larger ones by identity. */
const SMALL = 16;

/** The named values with every repeated subexpression and small constant shared. */
export function shareEqual<O extends string>(outputs: ReadonlyMap<O, Value>): Map<O, Value> {
  const known = new Map<string, readonly ResultValue[]>();
  const constants = new Map<string, Value>();
  const numbers = new Map<Value, number>();
  const number = (value: Value): number => {
    const found = numbers.get(value) ?? numbers.size;
    numbers.set(value, found);
    return found;
  };
  const leaf = (value: Value): Value => {
    if (value.kind !== 'constant' || value.data.length > SMALL) return value;
    const key = `${value.dtype}[${value.shape.join()}]${text(value.data)}`;
    const found = constants.get(key) ?? value;
    constants.set(key, found);
    return found;
  };
  return rewrite(
    outputs,
    (node, inputs) => {
      const key = `${node.op}(${inputs.map(number).join()})${JSON.stringify(node.attributes)}`;
      const results = known.get(key) ?? apply(node.op, inputs, node.attributes);
      known.set(key, results);
      return results;
    },
    leaf,
  );
}

const text = (data: Data): string => data.join();
