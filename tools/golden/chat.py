"""Conversations as texts, by templates in the ways that public chat models write theirs, as transformers renders them.

    pip install transformers jinja2
    python tools/golden/chat.py     # writes src/files/fixtures/chats.json

The templates are our own: each uses what those of a family use (loops, slices, namespaces, macros, filters, dates).
"""
import json
import pathlib

from transformers.utils.chat_template_utils import render_jinja_template

OUT = pathlib.Path(__file__).parents[2] / "src/files/fixtures/chats.json"

TEMPLATES = {
    # as ChatML models (SmolLM2, Qwen): a system message of their own where there is none
    "chatml": """{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou are a small assistant<|im_end|>\n' }}{% endif %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] | trim + '<|im_end|>' + '\n' }}{% endfor %}
{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}
""",
    # as Llama 2: the system message goes into the first question, and roles must alternate
    "instruct": """{% if messages[0]['role'] == 'system' %}
    {%- set loop_messages = messages[1:] %}
    {%- set system_message = messages[0]['content'] %}
{% else %}
    {%- set loop_messages = messages %}
    {%- set system_message = false %}
{% endif %}
{% for message in loop_messages %}
    {%- if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}
        {{- raise_exception('roles must alternate') }}
    {%- endif %}
    {%- if loop.index0 == 0 and system_message != false %}
        {%- set content = '<<SYS>>\n' + system_message + '\n<</SYS>>\n\n' + message['content'] %}
    {%- else %}
        {%- set content = message['content'] %}
    {%- endif %}
    {%- if message['role'] == 'user' %}
        {{- bos_token + '[INST] ' + content.strip() + ' [/INST]' }}
    {%- elif message['role'] == 'assistant' %}
        {{- ' ' + content.strip() + ' ' + eos_token }}
    {%- endif %}
{%- endfor %}
""",
    # as Llama 3: headers, tools that are not there
    "headers": """{{- bos_token }}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}
{%- macro header(role) -%}
<|start_header_id|>{{ role }}<|end_header_id|>

{% endmacro -%}
{%- for message in messages %}
    {{- header(message.role) + message.content | trim + '<|eot_id|>' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- header('assistant') }}
{%- endif %}
{%- if tools is not none %}{{ tools | tojson }}{%- endif %}
""",
    # as Qwen 3: a namespace that is written in a loop, backwards, and a thought that is left out
    "thinking": """{%- set ns = namespace(last=-1, count=0) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.last < 0 and message.role == "user" and message.content is string %}
        {%- set ns.last = index %}
    {%- endif %}
    {%- set ns.count = ns.count + 1 %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content.split('</think>')[-1].lstrip('\n') %}
    {{- '<|im_start|>' ~ message.role ~ (' (last of ' ~ ns.count ~ ')' if loop.index0 == ns.last else '') ~ '\n' ~ content ~ '<|im_end|>\n' }}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\n\n</think>\n\n' }}
    {%- endif %}
{%- endif %}
""",
}

user = {"role": "user", "content": "Who lit the lamp? 灯 🏮\n"}
CONVERSATIONS = {
    "a question": [user],
    "with a system message": [{"role": "system", "content": "Answer in one line."}, user],
    "with an earlier answer": [
        user,
        {"role": "assistant", "content": "<think>\nhm\n</think>\n\nThe keeper did. "},
        {"role": "user", "content": "And who put it out?"},
    ],
}

cases = []
for name, template in TEMPLATES.items():
    for what, messages in CONVERSATIONS.items():
        [text], _ = render_jinja_template(
            conversations=[messages],
            chat_template=template,
            add_generation_prompt=True,
            bos_token="<s>",
            eos_token="</s>",
        )
        cases.append({"name": f"{name}: {what}", "source": template, "messages": messages, "text": text})
OUT.write_text(json.dumps({"bos": "<s>", "eos": "</s>", "cases": cases}, indent=1, ensure_ascii=False) + "\n")
print(len(cases))
