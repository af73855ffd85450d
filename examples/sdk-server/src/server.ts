import { createServer } from 'node:http';
import { wix } from './media-client.js';

/** Answers `GET /upload-url?name=cat.png&type=image/png` with an address that the browser may upload to. */
export const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const fileName = searchParams.get('name');
  const mimeType = searchParams.get('type');
  if (fileName === null || mimeType === null) {
    response.writeHead(400).end('Give a name and a type.');
    return;
  }
  wix.files.generateFileUploadUrl(mimeType, { fileName }).then(
    ({ uploadUrl }) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ uploadUrl })),
    () => response.writeHead(502).end('Wix gave no upload address.'),
  );
});

server.listen(Number(process.env.PORT ?? 3000));
