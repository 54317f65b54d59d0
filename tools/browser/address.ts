/** Where the tests find the build: below a sub-path, as on a project page of a static host. */
export const PATH = '/some/folder/';
export const PORT = Number(process.env.PORT ?? 4173);
