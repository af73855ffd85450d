import { WixPresetAPI } from './api/wix-preset-api.js';

const wixAPI = new WixPresetAPI();

async function start() {
  const { wixConfig } = await import('./config/wix-config.js');
  const { clientId, apiKey } = wixConfig;
  wixAPI.initialize(clientId, apiKey);

  document.querySelector('input[name=picture]').addEventListener('change', async (event) => {
    const [file] = event.target.files;
    if (file) show(await wixAPI.upload(file), file.name);
  });
}

function show(url, name) {
  const figure = document.querySelector('figure');
  figure.querySelector('img').src = url;
  figure.querySelector('figcaption').textContent = name;
  figure.hidden = false;
}

await start();
