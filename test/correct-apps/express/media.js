const axios = require('axios');
require('dotenv').config();

const { WIX_API_KEY, WIX_SITE_ID } = process.env;

const media = axios.create({
  baseURL: 'https://www.wixapis.com/site-media/v1',
  headers: { Authorization: WIX_API_KEY, 'wix-site-id': WIX_SITE_ID },
  timeout: 10_000,
});

async function upload({ buffer, mimetype, originalname }) {
  const { data } = await media.post('/files/generate-upload-url', { mimeType: mimetype, fileName: originalname });
  // The URL holds its own authorization: plain axios, without the headers of the client.
  const uploaded = await axios.put(data.uploadUrl, buffer, {
    headers: { 'Content-Type': mimetype },
    params: { filename: originalname },
  });
  return uploaded.data.file;
}

async function remove(ids) {
  await media.post('/bulk/files/delete', { fileIds: ids });
}

module.exports = { upload, remove };
