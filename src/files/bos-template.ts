/** The post-processor of a tokenizer.json that puts BOS before every text. */
export function bosTemplate(bos: string, id: number): object {
  const opening = { SpecialToken: { id: bos, type_id: 0 } };
  const text = { Sequence: { id: 'A', type_id: 0 } };
  return {
    type: 'TemplateProcessing',
    single: [opening, text],
    pair: [opening, text, { Sequence: { id: 'B', type_id: 1 } }],
    special_tokens: { [bos]: { id: bos, ids: [id], tokens: [bos] } },
  };
}
