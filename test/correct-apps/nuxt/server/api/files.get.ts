export default defineEventHandler(async (event) => {
  const { folder } = getQuery(event);
  const { files } = await useWix(event).files.listFiles({ parentFolderId: folder ? String(folder) : 'media-root' });
  return files.map(({ _id, displayName, url }) => ({ id: _id, displayName, url }));
});
