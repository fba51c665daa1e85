import { createServer } from 'node:http';

/** A server that answers each POST's JSON with JSON, and nothing more: no sign-in, no checks, no logs. */
export function serveJson(answer) {
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      try {
        const given = parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString());
        reply(response, 200, await answer(given, request));
      } catch (error) {
        reply(response, 500, { errors: [String(error)] });
      }
    });
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.once('SIGTERM', () => process.exit(0));
}

function reply(response, status, value) {
  const body = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
