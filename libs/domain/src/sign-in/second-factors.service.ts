import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { invalidInput, Refusal } from '@stegvis/contracts/problems/refusal';
import type { FactorToConfirm } from '@stegvis/contracts/sign-in/second-factor';
import { loadSecrets } from '@stegvis/platform/settings';
import { DataSource, type EntityManager } from 'typeorm';
import { asShown, codeForm, isTimedCode, newRecoveryCodes, newSecret, stepOf } from './codes.js';
import { FactorVault } from './factor-vault.js';

interface FactorRow {
  secret: Buffer;
  confirmed: boolean;
}

/** The second step of signing in: a code that a phone shows (TOTP), or one of ten recovery codes. Each code counts once. */
@Injectable()
export class SecondFactorsService {
  private kept: FactorVault | undefined;

  constructor(@InjectDataSource('auth') private readonly source: DataSource) {}

  /** Made when a code is first looked at: whoever looks at none needs no key. */
  private get vault(): FactorVault {
    this.kept ??= new FactorVault(loadSecrets().identityKey);
    return this.kept;
  }

  /** Makes a secret for an account that has no second factor yet; it is asked for only once a code has confirmed it. */
  async begin(staffId: string, email: string): Promise<FactorToConfirm> {
    const secret = newSecret();
    const made = await this.source.query<unknown[]>(
      `insert into sign_in.second_factor as f (staff_id, secret_encrypted) values ($1, $2)
       on conflict (staff_id) do update set secret_encrypted = excluded.secret_encrypted, begun_at = now(), last_step = null where f.confirmed_at is null
       returning staff_id`,
      [staffId, this.vault.encrypt(secret, staffId)],
    );
    if (made.length === 0) throw new Refusal('conflict', 'second-factor-is-on');
    return asShown(secret, email);
  }

  /** Turns the second factor on when the code is right, ends the account's other sessions, and gives the recovery codes, which are told once. */
  async confirm(staffId: string, code: string, ownSession?: Buffer): Promise<string[]> {
    const factor = await this.factorOf(staffId);
    const step = factor && !factor.confirmed ? stepOf(codeForm(code), this.vault.decrypt(factor.secret, staffId)) : undefined;
    if (step === undefined) throw invalidInput('code', 'wrong-code');
    return this.source.transaction(async (manager) => {
      await manager.query('update sign_in.second_factor set confirmed_at = now(), last_step = $2 where staff_id = $1 and confirmed_at is null', [
        staffId,
        step,
      ]);
      await manager.query('update sign_in.session set ended_at = now() where staff_id = $1 and ended_at is null and token_hash is distinct from $2', [
        staffId,
        ownSession ?? null,
      ]);
      return this.writeCodes(manager, staffId);
    });
  }

  /** Whether a code is right and was not used before; afterwards it is used. */
  async accepts(staffId: string, typed: string): Promise<boolean> {
    const factor = await this.factorOf(staffId);
    if (!factor?.confirmed) return false;
    return isTimedCode(typed) ? this.acceptsTimed(staffId, factor, codeForm(typed)) : this.acceptsRecovery(staffId, codeForm(typed));
  }

  async isOn(staffId: string): Promise<boolean> {
    return (await this.factorOf(staffId))?.confirmed ?? false;
  }

  /** Ten new recovery codes; those of before are worth nothing any more. */
  async renewCodes(staffId: string): Promise<string[]> {
    if (!(await this.isOn(staffId))) throw new Refusal('conflict', 'second-factor-is-off');
    return this.source.transaction((manager) => this.writeCodes(manager, staffId));
  }

  async turnOff(staffId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query('delete from sign_in.recovery_code where staff_id = $1', [staffId]);
      await manager.query('delete from sign_in.second_factor where staff_id = $1', [staffId]);
    });
  }

  private async factorOf(staffId: string): Promise<FactorRow | undefined> {
    const [row] = await this.source.query<FactorRow[]>(
      'select secret_encrypted as secret, confirmed_at is not null as confirmed from sign_in.second_factor where staff_id = $1',
      [staffId],
    );
    return row;
  }

  private async acceptsTimed(staffId: string, { secret }: FactorRow, code: string): Promise<boolean> {
    const step = stepOf(code, this.vault.decrypt(secret, staffId));
    if (step === undefined) return false;
    // In the same statement as the look at the last one: of two at once, one is too late.
    const [rows] = await this.source.query<[unknown[], number]>(
      'update sign_in.second_factor set last_step = $2 where staff_id = $1 and (last_step is null or last_step < $2) returning staff_id',
      [staffId, step],
    );
    return rows.length === 1;
  }

  private async acceptsRecovery(staffId: string, code: string): Promise<boolean> {
    const [rows] = await this.source.query<[unknown[], number]>(
      'update sign_in.recovery_code set used_at = now() where staff_id = $1 and code_hash = $2 and used_at is null returning staff_id',
      [staffId, this.vault.hash(code, staffId)],
    );
    return rows.length === 1;
  }

  private async writeCodes(manager: EntityManager, staffId: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await manager.query('delete from sign_in.recovery_code where staff_id = $1', [staffId]);
    await manager.query('insert into sign_in.recovery_code (staff_id, code_hash) select $1, unnest($2::bytea[])', [
      staffId,
      codes.map((code) => this.vault.hash(codeForm(code), staffId)),
    ]);
    return codes;
  }
}
