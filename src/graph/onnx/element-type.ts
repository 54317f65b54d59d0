/** TensorProto.DataType of ONNX. */
import type { DType } from '../ir';

export const elementType: Readonly<Record<DType, number>> = {
  f32: 1,
  f16: 10,
  i32: 6,
  i64: 7,
  bool: 9,
  u8: 2,
};
