import { checkTable, type Row } from '../tables.js';
import { REPORTED, SILENT } from './targets.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;
const OWN = `import { x } from './x.js';\n`;

/** Names of classes and functions that say Media Manager client. */
const CLASSES = ['WixMediaManager', 'MediaManagerClient', 'WixMediaManagerClient', 'MediaManager', 'WixMediaClient', 'WixMediaUploader', 'MediaManagerApi', 'MediaManagerService'];
const FUNCTIONS = ['createMediaManagerClient', 'createMediaManager', 'makeMediaManagerClient', 'initMediaManager', 'uploadToMediaManager', 'getMediaManagerClient', 'useMediaManager', 'uploadToWixMedia'];
const OBJECTS = ['mediaManager', 'wixMediaManager', 'mediaManagerClient', 'wixMediaClient'];

const named: readonly Row[] = [
  ...CLASSES.flatMap((name): readonly Row[] => [
    [`new ${name}({ apiKey })`, `import { ${name} } from './client.js';\nnew ${name}({ apiKey: ${REPORTED} });`],
    [`new ${name}(key)`, `import ${name} from './client.js';\nexport const client = new ${name}(${REPORTED});`],
  ]),
  ...FUNCTIONS.flatMap((name): readonly Row[] => [
    [`${name}({ apiKey })`, `import { ${name} } from './client.js';\n${name}({ apiKey: ${REPORTED}, siteId: 'site' });`],
    [`${name}(key)`, `import { ${name} } from './client.js';\n${name}('site', ${REPORTED});`],
  ]),
  ...OBJECTS.flatMap((name): readonly Row[] => [
    [`${name}.upload({ apiKey })`, `import { ${name} } from './client.js';\nawait ${name}.upload({ apiKey: ${REPORTED}, file });`],
    [`${name}.init(key)`, `import { ${name} } from './client.js';\n${name}.init(${REPORTED});`],
  ]),
  ['global class', `new WixMediaManager({ apiKey: ${REPORTED} });`],
  ['class of this file', `class WixMediaManager { constructor(options) { this.options = options; } }\nnew WixMediaManager({ apiKey: ${REPORTED} });`],
  ['class of a namespace', `import * as clients from './clients.js';\nnew clients.WixMediaManager({ apiKey: ${REPORTED} });`],
  ['aliased class', `import { WixMediaManager as Client } from './clients.js';\nnew Client({ apiKey: ${REPORTED} });`],
  ['renamed class', `import { WixMediaManager } from './clients.js';\nconst Client = WixMediaManager;\nnew Client({ apiKey: ${REPORTED} });`],
  ['required class', `const { WixMediaManager } = require('./clients');\nnew WixMediaManager({ apiKey: ${REPORTED} });`],
  ['options in a constant', `import { WixMediaManager } from './clients.js';\nconst options = { apiKey: ${REPORTED} };\nnew WixMediaManager(options);`],
  ['options in objects', `import { WixMediaManager } from './clients.js';\nnew WixMediaManager({ auth: { credentials: { apiKey: ${REPORTED} } } });`],
  ['options spread', `import { WixMediaManager } from './clients.js';\nconst base = { apiKey: ${REPORTED} };\nnew WixMediaManager({ ...base, siteId: 'site' });`],
  ['instance of it', `import { WixMediaManager } from './clients.js';\nconst api = new WixMediaManager();\napi.setApiKey(${REPORTED});`],
  ['factory of it', `import { createMediaManagerClient } from './clients.js';\nconst api = createMediaManagerClient();\napi.authorize({ token: ${REPORTED} });`],
  ['member named so', `import { services } from './services.js';\nservices.mediaManager.upload({ apiKey: ${REPORTED} });`],
  ['field named so', `export class Page { upload() { this.mediaManager.upload({ apiKey: ${REPORTED} }); } }`],
  ['optional call', `import { mediaManager } from './client.js';\nmediaManager?.upload?.({ apiKey: ${REPORTED} });`],
  ['placeholder', `import { WixMediaManager } from './clients.js';\nnew WixMediaManager({ apiKey: «'IST.your-api-key-here'» });`],
  ['cut-off sample', `import { WixMediaManager } from './clients.js';\nnew WixMediaManager({ apiKey: «'IST.eyJraWQiOiJQb3pIX0FDMiIsImFsZyI6IlJTMjU2In0...'» });`],
  ['JSX attribute', `import { MediaManagerUploader } from './uploader.js';\nexport const view = <MediaManagerUploader apiKey=${REPORTED} />;`],
  ['JSX expression', `import { MediaManagerUploader } from './uploader.js';\nexport const view = <MediaManagerUploader apiKey={${REPORTED}} onDone={done} />;`],
  ['JSX constant', `import { MediaManagerUploader } from './uploader.js';\nconst apiKey = ${REPORTED};\nexport const view = <MediaManagerUploader apiKey={apiKey}>Upload</MediaManagerUploader>;`],
  ['JSX template', `import { MediaManagerUploader } from './uploader.js';\nexport const view = <MediaManagerUploader apiKey={«\`${SILENT.slice(1, -1)}\`»} />;`],
  ['JSX spread', `import { MediaManagerUploader } from './uploader.js';\nconst options = { apiKey: ${REPORTED} };\nexport const view = <MediaManagerUploader {...options} />;`],
  ['JSX member', `import * as ui from './ui.js';\nexport const view = <ui.MediaManagerUploader apiKey=${REPORTED} />;`],
  ['JSX object', `import { WixMediaManager } from './uploader.js';\nexport const view = <WixMediaManager config={{ apiKey: ${REPORTED} }} />;`],
];
checkTable('clients by their name', named, RULE);

const others: readonly Row[] = [
  ['a question', `${OWN}x.isMediaManagerToken(${SILENT});`],
  ['a check of the file', `${OWN}import { validateMediaManagerKey } from './validate.js';\nvalidateMediaManagerKey(${SILENT});`],
  ['a log', `console.log('MediaManager', ${SILENT});`],
  ['a comparison', `if (mediaManager.apiKey === ${SILENT}) { warn(); }`],
  ['only in an identifier', `const mediaManagerKey = ${SILENT};\nconsole.assert(mediaManagerKey);`],
  ['another element', `import { Note } from './note.js';\nexport const view = <Note text=${SILENT} />;`],
];
checkTable('no clients', others, RULE);

const send = (url: string): string => `fetch(${url}, { headers: { Authorization: key } })`;
const serving = (url: string): string => `class MediaManager {\n  constructor(key) { this.key = key; }\n  list() { return ${send(url).replace('key', 'this.key')}; }\n}`;
const ELSEWHERE = `'https://media.example.com/files'`;

const ofOthers: readonly Row[] = [
  ['a class', `${serving(ELSEWHERE)}\nnew MediaManager(${SILENT}).list();`],
  ['a class whose base is a field', `class MediaManager {\n  base = 'https://media.example.com';\n  constructor(key) { this.key = key; }\n  list() { return fetch(this.base + '/a', { headers: { Authorization: this.key } }); }\n}\nexport const media = new MediaManager(${SILENT});`],
  ['a method of an object of it', `class Api {\n  init(key) { return ${send(ELSEWHERE)}; }\n}\nconst mediaManager = new Api();\nmediaManager.init(${SILENT});`],
  ['an object', `const mediaManager = { upload(key) { return ${send(ELSEWHERE)}; } };\nmediaManager.upload(${SILENT});`],
  ['a function', `const uploadToMediaManager = (key) => ${send(ELSEWHERE)};\nuploadToMediaManager(${SILENT});`],
  ['a component', `const MediaManagerUploader = ({ key }) => { ${send(ELSEWHERE)}; return null; };\nexport const view = <MediaManagerUploader apiKey=${SILENT} />;`],
];
checkTable('clients of other services', ofOthers, RULE);

const ofBoth: readonly Row[] = [
  ['of Wix', `${serving(`'https://www.wixapis.com/site-media/v1/files'`)}\nnew MediaManager(${REPORTED}).list();`],
  ['of Wix as well', `${serving(`test ? ${ELSEWHERE} : 'https://www.wixapis.com/site-media/v1/files'`)}\nnew MediaManager(${REPORTED}).list();`],
  ['of nobody knows whom', `${serving('base')}\nnew MediaManager(${REPORTED}).list();`],
  ['of nobody knows whom as well', `class MediaManager {\n  constructor(key) { this.key = key; }\n  list() { return ${send(ELSEWHERE)}; }\n  get(path) { return fetch(path); }\n}\nnew MediaManager(${REPORTED}).list();`],
  ['that sends nothing itself', `class MediaManager { constructor(options) { this.http = connect(options); } }\nnew MediaManager({ apiKey: ${REPORTED} });`],
];
checkTable('clients by their name whose code is here', ofBoth, RULE);

interface ClientOption {
  readonly name: string;
  readonly method?: string;
  readonly argument?: number;
  readonly property?: string;
}

const PRESET: ClientOption = { name: 'WixPresetAPI', method: 'initialize', argument: 1 };

/** Cases of one option `clients`; each is checked as an option and as a setting. */
const CONFIGURED: readonly (readonly [name: string, client: ClientOption, code: string, only?: 'typescript'])[] = [
  ['seed scenario', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nconst wixAPI = new WixPresetAPI();\nwixAPI.initialize('0f3c1d9a-3b1c-4c55-9d8e-1f2a3b4c5d6e', ${REPORTED});`],
  ['seed scenario, awaited', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nexport async function start(clientId) {\n  const wixAPI = new WixPresetAPI();\n  await wixAPI.initialize(clientId, ${REPORTED});\n}`],
  ['object named like the class', PRESET, `import { wixPresetAPI } from './wix-preset-api.js';\nwixPresetAPI.initialize('client', ${REPORTED});`],
  ['class itself', PRESET, `import WixPresetAPI from './wix-preset-api.js';\nWixPresetAPI.initialize('client', ${REPORTED});`],
  ['direct', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nnew WixPresetAPI().initialize('client', ${REPORTED});`],
  ['aliased import', PRESET, `import { WixPresetAPI as Api } from './wix-preset-api.js';\nnew Api().initialize('client', ${REPORTED});`],
  ['class of this file', PRESET, `class WixPresetAPI { initialize(clientId, apiKey) { this.apiKey = apiKey; } }\nconst api = new WixPresetAPI();\napi.initialize('client', ${REPORTED});`],
  ['field', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nexport class App { api = new WixPresetAPI(); start() { this.api.initialize('client', ${REPORTED}); } }`],
  ['global', PRESET, `window.wixPresetAPI.initialize('client', ${REPORTED});`],
  ['by a constant', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nconst config = { apiKey: ${REPORTED} };\nnew WixPresetAPI().initialize('client', config.apiKey);`],
  ['object in the argument', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nnew WixPresetAPI().initialize('client', { key: ${REPORTED} });`],
  ['another argument', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nconst api = new WixPresetAPI();\nconsole.log(${SILENT});\napi.initialize('client', process.env.WIX_API_KEY);`],
  ['function', { name: 'connectWix' }, `import { connectWix } from './wix.js';\nconnectWix(${REPORTED});`],
  ['function, object', { name: 'connectWix' }, `import { connectWix } from './wix.js';\nconnectWix({ key: ${REPORTED} });`],
  ['function, argument', { name: 'connectWix', argument: 1 }, `import { connectWix } from './wix.js';\nconnectWix('site', ${REPORTED});`],
  ['function, property', { name: 'connectWix', argument: 0, property: 'secret' }, `import { connectWix } from './wix.js';\nconnectWix({ secret: ${REPORTED} });`],
  ['function, property of a property', { name: 'connectWix', argument: 0, property: 'auth.secret' }, `import { connectWix } from './wix.js';\nconnectWix({ auth: { secret: ${REPORTED} } });`],
  ['constructor', { name: 'Uploader' }, `import { Uploader } from './wix.js';\nnew Uploader('site', ${REPORTED});`],
  ['constructor, property', { name: 'Uploader', property: 'credentials' }, `import { Uploader } from './wix.js';\nnew Uploader({ credentials: ${REPORTED} });`],
  ['required', { name: 'connectWix' }, `const { connectWix } = require('./wix');\nconnectWix(${REPORTED});`],
  ['JSX', { name: 'Uploader' }, `import { Uploader } from './wix.js';\nexport const view = <Uploader credentials=${REPORTED} />;`],
  ['placeholder', PRESET, `import { WixPresetAPI } from './wix-preset-api.js';\nnew WixPresetAPI().initialize('client', «'IST.your-key'»);`],
];

checkTable('option clients', CONFIGURED.map(([name, client, code]): Row => [name, code, { options: { clients: [client] } }]), RULE);
checkTable('setting clients', CONFIGURED.map(([name, client, code]): Row => [name, code, { settings: { clients: [client] } }]), RULE);

/** A name that says nothing hands a key to unknown code, where only the place's own name tells. */
const unconfigured: readonly Row[] = [
  ['another method', `import { WixPresetAPI } from './x.js';\nnew WixPresetAPI().describe('client', ${SILENT});`, { options: { clients: [PRESET] } }],
  ['another class', `import { Other } from './x.js';\nnew Other().initialize('client', ${SILENT});`, { options: { clients: [PRESET] } }],
  ['another argument', `import { connectWix } from './x.js';\nconnectWix(${SILENT}, 'site');`, { options: { clients: [{ name: 'connectWix', argument: 1 }] } }],
  ['another property', `import { connectWix } from './x.js';\nconnectWix({ note: ${SILENT}, secret: process.env.KEY });`, { options: { clients: [{ name: 'connectWix', argument: 0, property: 'secret' }] } }],
  ['a method that is no client', `import { tool } from './x.js';\ntool.connectWix2(${SILENT});`, { options: { clients: [{ name: 'connectWix' }] } }],
  ['settings of another form', `import { connectWix } from './x.js';\nconnectWix(${SILENT});`, { settings: { clients: 'connectWix' } }],
  ['settings with odd entries', `import { connectWix } from './x.js';\nconnectWix(${REPORTED});`, { settings: { clients: [null, 1, { method: 'x' }, { name: 'connectWix' }] } }],
  ['option and setting', `import { a, b } from './x.js';\na(${REPORTED});\nb(${REPORTED});`, { options: { clients: [{ name: 'a' }] }, settings: { clients: [{ name: 'b' }] } }],
];
checkTable('clients that do not fit', unconfigured, RULE);
