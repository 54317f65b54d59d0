"""The graphs of tiny_models.py, as ONNX: with the inputs and outputs that transformers.js expects, weights included."""

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17


class Graph:
    """Nodes in order; every method adds one and returns the name of its result."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def op(self, kind, *inputs, outputs=1, **attributes):
        names = [f"{kind}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value, dtype=numpy.float32):
        name = f"weight_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(numpy.asarray(value, dtype), name))
        return name

    def ints(self, *values):
        return self.constant(values, numpy.int64)

    def linear(self, x, layer):
        y = self.op("MatMul", x, self.constant(layer.weight.detach().numpy().T.copy()))
        return y if layer.bias is None else self.op("Add", y, self.constant(layer.bias.detach().numpy()))

    def norm(self, x, layer):
        scale, bias = layer.weight.detach().numpy(), layer.bias.detach().numpy()
        return self.op("LayerNormalization", x, self.constant(scale), self.constant(bias), axis=-1, epsilon=layer.eps)

    def rms(self, x, layer):
        mean = self.op("ReduceMean", self.op("Mul", x, x), axes=[-1], keepdims=1)
        root = self.op("Sqrt", self.op("Add", mean, self.constant(layer.variance_epsilon)))
        return self.op("Mul", self.op("Div", x, root), self.constant(layer.weight.detach().numpy()))

    def heads(self, x, count, size):
        """[B, T, count · size] → [B, count, T, size]"""
        return self.op("Transpose", self.op("Reshape", x, self.ints(0, 0, count, size)), perm=[0, 2, 1, 3])

    def attention(self, q, k, v, mask, size, width):
        """[B, heads, T, size] each → [B, T, width]"""
        scores = self.op("MatMul", q, self.op("Transpose", k, perm=[0, 1, 3, 2]))
        scores = self.op("Add", self.op("Mul", scores, self.constant(size**-0.5)), mask)
        mixed = self.op("MatMul", self.op("Softmax", scores, axis=-1), v)
        return self.op("Reshape", self.op("Transpose", mixed, perm=[0, 2, 1, 3]), self.ints(0, 0, width))

    def length(self, x, axis):
        return self.op("Gather", self.op("Shape", x), self.ints(axis), axis=0)

    def model(self, inputs, outputs, renamed):
        nodes = [*self.nodes, *(helper.make_node("Identity", [a], [b]) for a, b in renamed)]
        value = helper.make_tensor_value_info
        graph = helper.make_graph(
            nodes, "tiny", [value(*one) for one in inputs], [value(*one) for one in outputs], self.weights
        )
        made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
        onnx.checker.check_model(made)
        return made


LOW = -1e9


def bert_graph(model):
    config, bert = model.config, model.bert
    g = Graph()
    size = config.hidden_size // config.num_attention_heads
    embeddings = bert.embeddings
    table = lambda layer: g.constant(layer.weight.detach().numpy())
    positions = g.op("Slice", table(embeddings.position_embeddings), g.ints(0), g.length("input_ids", 1), g.ints(0))
    x = g.op("Add", g.op("Gather", table(embeddings.word_embeddings), "input_ids"), positions)
    x = g.op("Add", x, g.op("Gather", table(embeddings.token_type_embeddings), "token_type_ids"))
    x = g.norm(x, embeddings.LayerNorm)
    seen = g.op("Cast", g.op("Unsqueeze", "attention_mask", g.ints(1, 2)), to=TensorProto.FLOAT)
    mask = g.op("Mul", g.op("Sub", g.constant(1), seen), g.constant(LOW))
    for layer in bert.encoder.layer:
        own = getattr(layer.attention, "self")
        q, k, v = (
            g.heads(g.linear(x, one), config.num_attention_heads, size) for one in (own.query, own.key, own.value)
        )
        mixed = g.linear(g.attention(q, k, v, mask, size, config.hidden_size), layer.attention.output.dense)
        x = g.norm(g.op("Add", mixed, x), layer.attention.output.LayerNorm)
        inner = g.linear(x, layer.intermediate.dense)
        bent = g.op("Erf", g.op("Mul", inner, g.constant(0.5**0.5)))
        gelu = g.op("Mul", g.op("Mul", inner, g.constant(0.5)), g.op("Add", bent, g.constant(1)))
        x = g.norm(g.op("Add", g.linear(gelu, layer.output.dense), x), layer.output.LayerNorm)
    logits = g.linear(x, model.classifier)
    ids = lambda name: (name, TensorProto.INT64, ["batch_size", "sequence_length"])
    return g.model(
        [ids("input_ids"), ids("attention_mask"), ids("token_type_ids")],
        [("logits", TensorProto.FLOAT, ["batch_size", "sequence_length", config.num_labels])],
        [(logits, "logits")],
    )


def llama_graph(model):
    config = model.config
    g = Graph()
    heads, kept, size = config.num_attention_heads, config.num_key_value_heads, config.head_dim
    theta = (config.rope_parameters or {}).get("rope_theta", 10000.0)
    rate = theta ** (-numpy.arange(0, size, 2) / size)
    x = g.op("Gather", g.constant(model.model.embed_tokens.weight.detach().numpy()), "input_ids")
    at = g.op("Cast", g.op("Unsqueeze", "position_ids", g.ints(1, 3)), to=TensorProto.FLOAT)
    angle = g.op("Mul", at, g.constant(numpy.concatenate([rate, rate])))
    cos, sin = g.op("Cos", angle), g.op("Sin", angle)

    def turned(y):
        first, second = g.op("Split", y, outputs=2, axis=-1)
        other = g.op("Concat", g.op("Neg", second), first, axis=-1)
        return g.op("Add", g.op("Mul", y, cos), g.op("Mul", other, sin))

    # A position sees those up to itself: of all that the mask has, the last ones are being read.
    new, all_of = g.length("input_ids", 1), g.length("attention_mask", 1)
    scalar = lambda y: g.op("Squeeze", y)
    one = lambda: g.constant(1, numpy.int64)
    rows = g.op("Range", scalar(g.op("Sub", all_of, new)), scalar(all_of), one())
    columns = g.op("Range", g.constant(0, numpy.int64), scalar(all_of), one())
    later = g.op("Greater", g.op("Unsqueeze", columns, g.ints(0)), g.op("Unsqueeze", rows, g.ints(1)))
    padded = g.op("Equal", g.op("Unsqueeze", "attention_mask", g.ints(1, 2)), g.constant(0, numpy.int64))
    hidden = g.op("Cast", g.op("Or", later, padded), to=TensorProto.FLOAT)
    mask = g.op("Mul", hidden, g.constant(LOW))

    renamed = []
    for i, layer in enumerate(model.model.layers):
        own = layer.self_attn
        y = g.rms(x, layer.input_layernorm)
        q = turned(g.heads(g.linear(y, own.q_proj), heads, size))
        k = turned(g.heads(g.linear(y, own.k_proj), kept, size))
        v = g.heads(g.linear(y, own.v_proj), kept, size)
        k = g.op("Concat", f"past_key_values.{i}.key", k, axis=2)
        v = g.op("Concat", f"past_key_values.{i}.value", v, axis=2)
        renamed += [(k, f"present.{i}.key"), (v, f"present.{i}.value")]
        each = numpy.repeat(numpy.arange(kept), heads // kept)
        k, v = (g.op("Gather", one, g.ints(*each), axis=1) for one in (k, v))
        x = g.op("Add", x, g.linear(g.attention(q, k, v, mask, size, heads * size), own.o_proj))
        y = g.rms(x, layer.post_attention_layernorm)
        gate = g.linear(y, layer.mlp.gate_proj)
        gated = g.op("Mul", g.op("Mul", gate, g.op("Sigmoid", gate)), g.linear(y, layer.mlp.up_proj))
        x = g.op("Add", x, g.linear(gated, layer.mlp.down_proj))
    logits = g.linear(g.rms(x, model.model.norm), model.lm_head)
    ids = lambda name, length: (name, TensorProto.INT64, ["batch_size", length])
    cache = lambda name, length: (name, TensorProto.FLOAT, ["batch_size", kept, length, size])
    layers = range(config.num_hidden_layers)
    pairs = [(i, part) for i in layers for part in ("key", "value")]
    return g.model(
        [
            ids("input_ids", "sequence_length"),
            ids("attention_mask", "total_length"),
            ids("position_ids", "sequence_length"),
            *(cache(f"past_key_values.{i}.{part}", "past_length") for i, part in pairs),
        ],
        [
            ("logits", TensorProto.FLOAT, ["batch_size", "sequence_length", config.vocab_size]),
            *(cache(f"present.{i}.{part}", "total_length") for i, part in pairs),
        ],
        [(logits, "logits"), *renamed],
    )


def save(model, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(model.SerializeToString())
