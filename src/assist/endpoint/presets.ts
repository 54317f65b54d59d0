/**
 * Servers for language models on the user’s own computer: where they answer, and the line that starts them so that they
 * admit the page. As their manuals have it; `transformers serve` was tried from Node (tools/assist/real-server.ts).
 */

export interface LocalServer {
  readonly title: string;
  readonly address: string;
  /** Starts it, and admits pages of `origin`. `MODEL` stands for a model. */
  admit(origin: string): string;
}

export const localServers = {
  llamaCpp: {
    title: 'llama.cpp',
    address: 'http://localhost:8080/v1',
    admit: (origin) => `llama-server -m MODEL.gguf --cors-origins ${origin}`,
  },
  ollama: {
    title: 'Ollama',
    address: 'http://localhost:11434/v1',
    admit: (origin) => `OLLAMA_ORIGINS=${origin} ollama serve`,
  },
  lmStudio: {
    title: 'LM Studio',
    address: 'http://localhost:1234/v1',
    admit: () => 'lms server start --cors',
  },
  vllm: {
    title: 'vLLM',
    address: 'http://localhost:8000/v1',
    admit: (origin) => `vllm serve MODEL --allowed-origins '["${origin}"]'`,
  },
  transformers: {
    title: 'transformers serve',
    address: 'http://localhost:8000/v1',
    admit: () => 'transformers serve --enable-cors',
  },
} as const satisfies Readonly<Record<string, LocalServer>>;

export type ServerName = keyof typeof localServers;

/** The line that makes the server at `address` admit pages of `origin`; of an unknown one, what to set. */
export function admittingLine(address: string, server: ServerName | null, origin: string): string {
  const known: readonly LocalServer[] = Object.values(localServers);
  const its = server === null ? known.filter((one) => one.address === address) : [localServers[server]];
  return its.length > 0
    ? its.map((one) => one.admit(origin)).join(' · ')
    : `Access-Control-Allow-Origin: ${origin}`;
}
