import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Whose number it is: an encrypted number can be read in this place only. */
export interface NumberHolder {
  organisationId: string;
  participantId: string;
}

const lengths = { masterKey: 32, keyName: 4, proof: 32, nonce: 12, tag: 16 } as const;

/**
 * Keeps identity numbers: encrypted to be shown to the few who may see them, and as a keyed hash to be found by. Keys
 * are derived for each organisation, so that nobody can tell that two organisations hold the same person. Losing the
 * master key is losing the numbers.
 *
 * An encrypted number is: key's name (4 bytes), nonce (12), ciphertext, tag (16), by AES-256-GCM.
 */
export class IdentityVault {
  private readonly masterKey: Buffer;
  /** Names the key without telling it; stands before every number that it encrypts. */
  readonly keyName: Buffer;
  /** Only this key gives these 32 bytes, and they tell nothing of it. */
  readonly proof: Buffer;

  /** @param masterKey 32 bytes, base64, as in the secret file */
  constructor(masterKey: string) {
    this.masterKey = Buffer.from(masterKey, 'base64');
    if (this.masterKey.length !== lengths.masterKey) throw new Error('The identity key in the secret file must be 32 bytes, base64');
    this.keyName = this.derive('name of the key', lengths.keyName);
    this.proof = this.derive('proof of the key', lengths.proof);
  }

  /** Encrypts a number of twelve digits. Twice the same number is never twice the same bytes. */
  encrypt(number: string, holder: NumberHolder): Buffer {
    const nonce = randomBytes(lengths.nonce);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor('encrypt', holder.organisationId), nonce).setAAD(placeOf(holder));
    const ciphertext = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
    return Buffer.concat([this.keyName, nonce, ciphertext, cipher.getAuthTag()]);
  }

  /** Throws when the bytes were changed, belong to another person, or were encrypted with another master key. */
  decrypt(encrypted: Buffer, holder: NumberHolder): string {
    const { keyName, nonce, tag } = lengths;
    if (encrypted.length < keyName + nonce + tag) throw new Error('This is no encrypted identity number');
    if (!encrypted.subarray(0, keyName).equals(this.keyName))
      throw new Error('The identity number was encrypted with another key than that of the secret file');
    const decipher = createDecipheriv('aes-256-gcm', this.keyFor('encrypt', holder.organisationId), encrypted.subarray(keyName, keyName + nonce), {
      authTagLength: tag,
    });
    decipher.setAAD(placeOf(holder)).setAuthTag(encrypted.subarray(-tag));
    return Buffer.concat([decipher.update(encrypted.subarray(keyName + nonce, -tag)), decipher.final()]).toString('utf8');
  }

  /** What a number of twelve digits is found by within an organisation. */
  hash(number: string, organisationId: string): Buffer {
    return createHmac('sha256', this.keyFor('find', organisationId)).update(number).digest();
  }

  private keyFor(purpose: 'encrypt' | 'find', organisationId: string): Buffer {
    return this.derive(`${purpose}|${organisationId.toLowerCase()}`, 32);
  }

  private derive(info: string, length: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.masterKey, 'stegvis identity number', info, length));
  }
}

/** The number with its last four hidden, as lists and pages show it: 19900101-••••. */
export function maskedNumber(number: string): string {
  return `${number.slice(0, 8)}-••••`;
}

function placeOf(holder: NumberHolder): Buffer {
  return Buffer.from(`${holder.organisationId}|${holder.participantId}`.toLowerCase());
}
