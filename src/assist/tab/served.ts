/** Serves the files of a model to a library that fetches them: from memory or disk, and never from the network. */

/** Files by their path in the model’s folder, such as onnx/model.onnx. */
export type ModelFiles = ReadonlyMap<string, Blob>;

/** A function in place of `fetch`, for addresses below `base`. What is not among the files is not found (404). */
export function servedFrom(files: ModelFiles, base: string): (address: string | URL) => Promise<Response> {
  return (address) => {
    const path = String(address);
    const file = path.startsWith(base) ? files.get(decoded(path.slice(base.length))) : undefined;
    if (!file) return Promise.resolve(new Response(null, { status: 404, statusText: 'not in the folder' }));
    return Promise.resolve(new Response(file, { headers: { 'Content-Length': String(file.size) } }));
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a % that encodes nothing
  }
}
