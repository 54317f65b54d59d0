/** What runs a model in the tab. */
export const tabDevices = ['wasm', 'webgpu'] as const;
export type TabDevice = (typeof tabDevices)[number];
