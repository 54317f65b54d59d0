/** Serves the production build below a sub-path, isolated, as a host that allows threads would. */
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
