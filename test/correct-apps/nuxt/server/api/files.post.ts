export default defineEventHandler(async (event) => {
  const config = useRuntimeConfig(event);
  const [part] = (await readMultipartFormData(event)) ?? [];
  if (!part?.filename) throw createError({ statusCode: 400, message: 'No file.' });

  const { uploadUrl } = await $fetch<{ uploadUrl: string }>('https://www.wixapis.com/site-media/v1/files/generate-upload-url', {
    method: 'POST',
    headers: { Authorization: config.wixApiKey, 'wix-site-id': config.wixSiteId },
    body: { mimeType: part.type, fileName: part.filename },
  });

  const { file } = await $fetch<{ file: { id: string } }>(uploadUrl, {
    method: 'PUT',
    query: { filename: part.filename },
    headers: { 'Content-Type': part.type ?? 'application/octet-stream' },
    body: part.data,
  });
  setResponseStatus(event, 201);
  return file;
});
