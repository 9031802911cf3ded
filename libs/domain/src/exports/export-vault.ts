import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const lengths = { masterKey: 32, nonce: 12, tag: 16 } as const;

/** What is kept of an export: what was asked for (a filter may hold a name), and the file. */
export type Part = 'asked' | 'file';

/**
 * Keeps exports encrypted for as long as they wait: whoever has the database alone, or a copy of it, reads no file. Every export
 * has a key of its own, derived from the master key in the secret file, and each part can be read in its place only.
 *
 * What is kept is: nonce (12 bytes), ciphertext, tag (16), by AES-256-GCM.
 */
export class ExportVault {
  private readonly masterKey: Buffer;

  /** @param masterKey 32 bytes, base64, as in the secret file */
  constructor(masterKey: string) {
    this.masterKey = Buffer.from(masterKey, 'base64');
    if (this.masterKey.length !== lengths.masterKey) throw new Error('The key in the secret file must be 32 bytes, base64');
  }

  encrypt(content: Buffer, exportId: string, part: Part): Buffer {
    const nonce = randomBytes(lengths.nonce);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(exportId), nonce).setAAD(Buffer.from(part));
    return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the bytes were changed, or belong to another export or part. */
  decrypt(encrypted: Buffer, exportId: string, part: Part): Buffer {
    const { nonce, tag } = lengths;
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(exportId), encrypted.subarray(0, nonce), { authTagLength: tag });
    decipher.setAAD(Buffer.from(part)).setAuthTag(encrypted.subarray(-tag));
    return Buffer.concat([decipher.update(encrypted.subarray(nonce, -tag)), decipher.final()]);
  }

  private keyOf(exportId: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, 'stegvis export', exportId.toLowerCase(), 32));
  }
}
