/** What the build knows and the page states (vite.config.ts). */
interface ImportMetaEnv {
  /** bytes of the runtime for each backend */
  readonly RUNTIME_BYTES: Readonly<Record<'wasm' | 'webgpu', number>>;
  /** whether a comparison of methods comes with the page */
  readonly RECORDED_METHODS: boolean;
}
