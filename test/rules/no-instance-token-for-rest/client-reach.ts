import type { HttpClient } from '../../../src/catalogue/http-clients.js';

/** One way to get at a function of a client: the statements before, and the expression that is the function. */
export interface Reach {
  readonly name: string;
  readonly before: string;
  readonly callee: string;
  readonly only?: 'typescript';
}

/** Every way in which a file may come by a member of a client: globals, and each import form of each of its modules' first. */
export function reachesOf(client: HttpClient, member: string): readonly Reach[] {
  return [...globalReaches(client, member), ...client.modules.slice(0, 1).flatMap((module) => moduleReaches({ client, module, member }))];
}

/** The shortest way to a member. */
export function reachOf(client: HttpClient, member: string): Reach {
  const [first] = reachesOf(client, member);
  if (!first) throw new Error(`There is no way to ${client.name}.`);
  return first;
}

/** One import of each module of a client. */
export function reachOfModule(client: HttpClient, module: string, member: string): Reach {
  const reach = moduleReaches({ client, module, member }).find(({ name }) => name.startsWith(member === '' && client.exports.length > 0 ? 'named' : 'default'));
  if (!reach) throw new Error(`There is no import of ${module}.`);
  return reach;
}

function globalReaches({ globals }: HttpClient, member: string): readonly Reach[] {
  return globals.flatMap((global) => ['', 'window.', 'globalThis.', 'self.'].map((owner): Reach => ({
    name: `global ${owner}${global}`,
    before: '',
    callee: dotted(`${owner}${global}`, member),
  })));
}

interface Wanted {
  readonly client: HttpClient;
  readonly module: string;
  readonly member: string;
}

function moduleReaches({ client, module, member }: Wanted): readonly Reach[] {
  const from = `'${module}'`;
  const whole: Reach[] = [
    { name: 'default import', before: `import client from ${from};`, callee: dotted('client', member) },
    { name: 'default by its name', before: `import { default as client } from ${from};`, callee: dotted('client', member) },
    { name: 'require', before: `const client = require(${from});`, callee: dotted('client', member) },
    { name: 'require().default', before: `const client = require(${from}).default;`, callee: dotted('client', member) },
    { name: 'namespace, default', before: `import * as all from ${from};`, callee: dotted('all.default', member) },
    { name: 'dynamic import, default', before: `const { default: client } = await import(${from});`, callee: dotted('client', member) },
    { name: 'import =', before: `import client = require(${from});`, callee: dotted('client', member), only: 'typescript' },
  ];
  const named = client.exports.flatMap((name): readonly Reach[] => [
    { name: `named ${name}`, before: `import { ${name} } from ${from};`, callee: dotted(name, member) },
    { name: `aliased ${name}`, before: `import { ${name} as mine } from ${from};`, callee: dotted('mine', member) },
    { name: `destructured ${name}`, before: `const { ${name}: mine } = require(${from});`, callee: dotted('mine', member) },
  ]);
  return [...whole, ...named, ...memberReaches(from, member)];
}

/** Ways that begin with the first member itself: `import { request } from 'undici'`. */
function memberReaches(from: string, member: string): readonly Reach[] {
  const [first = '', ...rest] = member.split('.');
  if (first === '') return [];
  return [
    { name: 'named member', before: `import { ${first} } from ${from};`, callee: dotted(first, rest.join('.')) },
    { name: 'aliased member', before: `import { ${first} as mine } from ${from};`, callee: dotted('mine', rest.join('.')) },
    { name: 'namespace', before: `import * as all from ${from};`, callee: dotted('all', member) },
    { name: 'destructured member', before: `const { ${first}: mine } = require(${from});`, callee: dotted('mine', rest.join('.')) },
    { name: 'member of require', before: '', callee: dotted(`require(${from})`, member) },
    { name: 'bracket', before: `import client from ${from};`, callee: `client['${member.split('.').join("']['")}']` },
  ];
}

function dotted(owner: string, member: string): string {
  return member === '' ? owner : `${owner}.${member}`;
}
