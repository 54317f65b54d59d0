/** Serves the production build below a sub-path, cross-origin isolated so that threads are available. */
import { createServer } from 'node:http';
import sirv from 'sirv';
import { PATH, PORT } from './address';

const serve = sirv('dist', {
  setHeaders(response) {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  },
});

createServer((request, response) => {
  if (request.url?.startsWith(PATH) !== true) {
    response.writeHead(404).end();
    return;
  }
  request.url = request.url.slice(PATH.length - 1);
  serve(request, response);
}).listen(PORT);
