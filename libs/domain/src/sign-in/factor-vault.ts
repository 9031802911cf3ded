import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const lengths = { masterKey: 32, nonce: 12, tag: 16 } as const;

/**
 * Keeps the secrets of second factors encrypted (AES-256-GCM; nonce, ciphertext, tag), each to be read for its own account only,
 * and makes keyed hashes of recovery codes. The keys are derived from the secret file's, so that a copy of the database holds neither.
 */
export class FactorVault {
  private readonly encryptionKey: Buffer;
  private readonly hashKey: Buffer;

  /** @param masterKey 32 bytes, base64, as in the secret file */
  constructor(masterKey: string) {
    const master = Buffer.from(masterKey, 'base64');
    if (master.length !== lengths.masterKey) throw new Error('The key in the secret file must be 32 bytes, base64');
    const derive = (info: string) => Buffer.from(hkdfSync('sha256', master, 'stegvis second factor', info, 32));
    this.encryptionKey = derive('encrypt');
    this.hashKey = derive('recovery codes');
  }

  encrypt(secret: Uint8Array, staffId: string): Buffer {
    const nonce = randomBytes(lengths.nonce);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce).setAAD(Buffer.from(staffId));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the bytes were changed, belong to another account, or were encrypted with another secret file. */
  decrypt(encrypted: Buffer, staffId: string): Buffer {
    const { nonce, tag } = lengths;
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, encrypted.subarray(0, nonce), { authTagLength: tag });
    decipher.setAAD(Buffer.from(staffId)).setAuthTag(encrypted.subarray(-tag));
    return Buffer.concat([decipher.update(encrypted.subarray(nonce, -tag)), decipher.final()]);
  }

  hash(recoveryCode: string, staffId: string): Buffer {
    return createHmac('sha256', this.hashKey).update(`${staffId}|${recoveryCode}`).digest();
  }
}
