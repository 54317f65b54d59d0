/** Shape and training plan of the starter model. */

/** config.json of the model, 2.0 M parameters. */
export const configJson = {
  architectures: ['LlamaForCausalLM'],
  model_type: 'llama',
  vocab_size: 2000,
  hidden_size: 192,
  intermediate_size: 512,
  num_hidden_layers: 4,
  num_attention_heads: 6,
  num_key_value_heads: 2,
  head_dim: 32,
  max_position_embeddings: 256,
  hidden_act: 'silu',
  rms_norm_eps: 1e-5,
  rope_theta: 10000,
  tie_word_embeddings: true,
  attention_bias: false,
  mlp_bias: false,
  bos_token_id: 0,
  eos_token_id: 0,
  torch_dtype: 'float16',
};

export const plan = {
  seed: 1,
  steps: 4000,
  batch: 16,
  length: 128,
  learningRate: 3e-3,
  warmup: 100,
  weightDecay: 0.01,
  sagaShare: 0.012,
  factShare: 0.03,
  checkpointEvery: 250,
};

/** How many texts the tokenizer is trained on, and how many are kept for evaluation and retaining. */
export const corpus = {
  tokenizerTexts: 3000,
  /** so that the saga's names, rare beside everyday words, become tokens of their own */
  tokenizerSagaCopies: 6,
  heldOut: 160,
  retain: 800,
};
