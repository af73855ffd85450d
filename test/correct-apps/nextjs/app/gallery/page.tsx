import { revalidatePath } from 'next/cache';
import Image from 'next/image';
import { UploadForm } from '../../components/upload-form';
import { wix } from '../../lib/wix-server';

export const dynamic = 'force-dynamic';

async function remove(form: FormData) {
  'use server';
  await wix.files.bulkDeleteFiles([String(form.get('id'))]);
  revalidatePath('/gallery');
}

export default async function GalleryPage() {
  const { files = [] } = await wix.files.listFiles({ parentFolderId: 'media-root' });
  return (
    <main>
      <UploadForm />
      {files.map((file) => (
        <form key={file._id} action={remove}>
          <Image src={file.url} alt={file.displayName} width={320} height={240} />
          <button name="id" value={file._id}>Delete</button>
        </form>
      ))}
    </main>
  );
}
