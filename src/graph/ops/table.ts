/**
 * The op table: every op of the graph language, with arity, type rule, float64 meaning and ONNX form in one row. A new
 * op needs its attributes in ir.ts, a row in one of these files, a rule in autodiff/rules.ts and a case in
 * ops/cases.ts. The compiler reports what is missing.
 */
import { attentionOps } from './attention';
import { elementwise } from './elementwise';
import { fused } from './fused';
import { linearOps } from './linear';
import { movement } from './movement';
import type { OpTable } from './op';
import { quantized } from './quantized';
import { reductions } from './reduction';

export const opTable: OpTable = {
  ...elementwise,
  ...reductions,
  ...movement,
  ...linearOps,
  ...fused,
  ...quantized,
  ...attentionOps,
};
