/** Serves the production build below a sub-path, with the headers that a host should send. */
import { createServer } from 'node:http';
import sirv from 'sirv';
import { headersOf } from '../site/headers';
import { PATH, PORT } from './address';

const serve = sirv('dist', {
  setHeaders(response, path) {
    for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
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
