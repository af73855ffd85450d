import { instanceToken } from '../../fake-keys.js';
import { checkTable, type Row } from '../tables.js';

const RULE = { rule: 'no-instance-token-for-rest' } as const;

const TOKEN = `'${instanceToken(31)}'`;
const REACT = `import React, { useCallback, useMemo, useRef, useState } from 'react';\n`;
const VUE = `import { computed, reactive, readonly, ref } from 'vue';\n`;

function send(headers: string, api = 'site-media'): string {
  return `fetch('https://www.wixapis.com/${api}/v1/files', { headers: ${headers} })`;
}

const BY_KEY = send('{ Authorization: key }');

const kept: readonly Row[] = [
  ['useState', `${REACT}export function Files() { const [key] = useState(«${TOKEN}»); return <button onClick={() => ${BY_KEY}} />; }`],
  ['useState with a setter', `${REACT}export function Files() { const [key, setKey] = useState(«${TOKEN}»); return <input onChange={setKey} onClick={() => ${BY_KEY}} />; }`],
  ['useState with a function', `${REACT}export function Files() { const [key] = React.useState(() => «${TOKEN}»); return <button onClick={() => ${BY_KEY}} />; }`],
  ['useState of Preact', `import { useState } from 'preact/hooks';\nexport function Files() { const [key] = useState(«${TOKEN}»); return <button onClick={() => ${BY_KEY}} />; }`],
  ['useState of an object', `${REACT}export function Files() { const [settings] = useState({ key: «${TOKEN}» }); const { key } = settings; return <button onClick={() => ${BY_KEY}} />; }`],
  ['useRef', `${REACT}export function Files() { const key = useRef(«${TOKEN}»); return <button onClick={() => ${send('{ Authorization: key.current }')}} />; }`],
  ['useMemo', `${REACT}export function Files() { const headers = useMemo(() => ({ Authorization: «${TOKEN}» }), []); return <button onClick={() => ${send('headers')}} />; }`],
  ['useCallback', `${REACT}export function Files() { const load = useCallback((key) => ${BY_KEY}, []); return <button onClick={() => load(«${TOKEN}»)} />; }`],
  ['ref', `${VUE}const key = ref(«${TOKEN}»);\nexport const load = () => ${send('{ Authorization: key.value }')};`],
  ['ref that is set', `${VUE}const key = ref('');\nkey.value = «${TOKEN}»;\nexport const load = () => ${send('{ Authorization: key.value }')};`],
  ['reactive', `${VUE}const state = reactive({ key: «${TOKEN}» });\nexport const load = () => ${send('{ Authorization: state.key }')};`],
  ['readonly', `${VUE}const state = readonly({ key: «${TOKEN}» });\nexport const load = () => ${send('{ Authorization: state.key }')};`],
  ['computed', `${VUE}const headers = computed(() => ({ Authorization: «${TOKEN}» }));\nexport const load = () => ${send('headers.value')};`],
  ['a rune', `let key = $state(«${TOKEN}»);\nexport const load = () => ${BY_KEY};`],
  ['a copy by JSON', `const options = { headers: { Authorization: «${TOKEN}» } };\nexport const load = () => { const own = JSON.parse(JSON.stringify(options)); return fetch('https://www.wixapis.com/site-media/v1/files', own); };`],
];

const innocent: readonly Row[] = [
  ['state that the user fills', `${REACT}export function Files() { const [key, setKey] = useState(''); return <input onChange={setKey} onClick={() => ${BY_KEY}} />; }`],
  ['state of a parameter', `${REACT}export function Files({ apiKey }) { const [key] = useState(apiKey); return <button onClick={() => ${BY_KEY}} />; }`],
  ['state for another API', `${REACT}export function Files() { const apiKey = ${TOKEN}; const [key] = useState(apiKey); return <button onClick={() => ${send('{ Authorization: key }', 'stores')}} />; }`],
  ['a ref for another API', `${VUE}const apiKey = ${TOKEN};\nconst key = ref(apiKey);\nexport const load = () => ${send('{ Authorization: key.value }', 'stores')};`],
  ['a function of that name', `import { useState } from './state.js';\nexport function Files() { const [key] = useState(${TOKEN}); return <button onClick={() => ${BY_KEY}} />; }`],
  ['the setter', `${REACT}export function Files() { const [, key] = useState(${TOKEN}); return <button onClick={() => ${BY_KEY}} />; }`],
];

checkTable('keys in state', kept, RULE);
checkTable('keys in no state, or on their way elsewhere', innocent, RULE);
