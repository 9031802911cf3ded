import { requestFile } from './request';

/** Fetches a file and hands it to the browser to keep. Throws the API's refusal. */
export async function fetchFile(url: string): Promise<void> {
  const { blob, name } = await requestFile(url);
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has begun to keep it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
