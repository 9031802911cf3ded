import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { invalidInput } from '@stegvis/contracts/problems/refusal';
import { DataSource, type EntityManager } from 'typeorm';
import { acceptablePassword, type PasswordHolder } from './password-rules.js';
import { hashPassword } from './passwords.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Choosing a password: with a one-time link, or with the one of before. */
@Injectable()
export class PasswordsService {
  constructor(@InjectDataSource('auth') private readonly source: DataSource) {}

  /** Makes a one-time link's token for an account, good for two days. */
  async invite(staffId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query(`insert into sign_in.invitation (token_hash, staff_id, expires_at) values ($1, $2, now() + interval '48 hours')`, [
      sha256(token),
      staffId,
    ]);
    return token;
  }

  /** Sets a password with a one-time link, and ends the account's sessions. Refused when the link is used or old, or the password easy to guess. */
  async setByLink(token: string, password: string): Promise<void> {
    const [holder] = await this.source.query<PasswordHolder[]>(
      `select s.name, s.email from sign_in.invitation i join app.staff s on s.id = i.staff_id
       where i.token_hash = $1 and i.used_at is null and i.expires_at > now()`,
      [sha256(token)],
    );
    if (!holder) throw invalidInput('token', 'link-used-or-old');
    const passwordHash = await hashPassword(await acceptablePassword(password, holder));
    await this.source.transaction(async (manager) => {
      const [rows] = await manager.query<[{ staff_id: string }[], number]>(
        'update sign_in.invitation set used_at = now() where token_hash = $1 and used_at is null and expires_at > now() returning staff_id',
        [sha256(token)],
      );
      const staffId = rows[0]?.staff_id;
      if (!staffId) throw invalidInput('token', 'link-used-or-old');
      await store(manager, staffId, passwordHash);
    });
  }

  /** Sets the password of somebody who has just proved to have the one of before, and ends the account's other sessions. */
  async change(staffId: string, password: string, ownSession: Buffer): Promise<void> {
    const [holder] = await this.source.query<PasswordHolder[]>('select name, email from app.staff where id = $1', [staffId]);
    if (!holder) throw new Error('An account that is signed in has gone');
    const passwordHash = await hashPassword(await acceptablePassword(password, holder));
    await this.source.transaction((manager) => store(manager, staffId, passwordHash, ownSession));
  }
}

/** Whoever knew the password of before is out, but for the session that chose the new one. */
async function store(manager: EntityManager, staffId: string, passwordHash: string, ownSession?: Buffer): Promise<void> {
  await manager.query(
    `insert into sign_in.credential (staff_id, password_hash) values ($1, $2)
     on conflict (staff_id) do update set password_hash = excluded.password_hash, changed_at = now()`,
    [staffId, passwordHash],
  );
  await manager.query('update sign_in.session set ended_at = now() where staff_id = $1 and ended_at is null and token_hash is distinct from $2', [
    staffId,
    ownSession ?? null,
  ]);
}
