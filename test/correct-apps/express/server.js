const { files } = require('@wix/media');
const { ApiKeyStrategy, createClient } = require('@wix/sdk');
const express = require('express');
const multer = require('multer');
const config = require('./config');
const { notify } = require('./mail');
const { remove, upload } = require('./media');

const wix = createClient({
  modules: { files },
  auth: ApiKeyStrategy({ apiKey: config.WIX_API_KEY, siteId: config.WIX_SITE_ID }),
});

const app = express();
app.use(express.static('dist'));

app.get('/api/files', async (request, response) => {
  const { files: found } = await wix.files.listFiles({ parentFolderId: request.query.folder });
  response.json(found);
});

app.post('/api/files', multer().single('file'), async (request, response) => {
  const file = await upload(request.file);
  await notify(file);
  response.status(201).json(file);
});

app.delete('/api/files/:id', async (request, response) => {
  await remove([request.params.id]);
  response.sendStatus(204);
});

app.listen(config.PORT, () => console.log(`http://localhost:${config.PORT}`));
