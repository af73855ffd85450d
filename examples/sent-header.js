import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const PRELOAD = fileURLToPath(new URL('send-to-loopback.js', import.meta.url));
const CALL = 'const { wix } = await import("./media-client.js"); await wix.files.generateFileUploadUrl("image/png", { fileName: "cat.png" });';

/**
 * Compiles and runs the server's client as it stands in the folder, with its env file if it has one.
 * @param {string} folder
 * @returns {Promise<string | undefined>} the Authorization header that a server on this machine got
 */
export async function sentHeader(folder) {
  /** @type {string | undefined} */
  let header;
  const server = createServer((request, response) => {
    header = request.headers.authorization;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"uploadUrl":"http://localhost/"}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  try {
    await run(folder, `http://127.0.0.1:${address.port}/`);
  } finally {
    server.close();
  }
  return header;
}

/**
 * @param {string} folder
 * @param {string} loopback
 */
async function run(folder, loopback) {
  const built = mkdtempSync(join(folder, 'built-'));
  for (const name of readdirSync(join(folder, 'src'))) {
    const { outputText } = ts.transpileModule(readFileSync(join(folder, 'src', name), 'utf8'), { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } });
    writeFileSync(join(built, name.replace(/ts$/, 'js')), outputText);
  }
  writeFileSync(join(built, 'call.js'), CALL);
  const envFile = existsSync(join(folder, '.env')) ? ['--env-file=.env'] : [];
  const child = spawn(process.execPath, [...envFile, '--import', PRELOAD, join(built, 'call.js')], { cwd: folder, env: { ...process.env, LOOPBACK: loopback }, stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'exit');
  rmSync(built, { recursive: true });
  if (child.exitCode !== 0) throw new Error('The example server did not run.');
}
