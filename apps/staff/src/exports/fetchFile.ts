import { requestFile } from '../request';

/** Fetches the file of an export, which can be done once, and hands it to the browser to keep. Throws the API's refusal. */
export async function fetchFile(id: string): Promise<void> {
  const { blob, name } = await requestFile(`/api/exports/${id}/file`);
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has begun to keep it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
