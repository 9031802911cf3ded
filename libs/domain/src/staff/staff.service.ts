import { Injectable } from '@nestjs/common';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { NewStaff, Staff, StaffChange, StaffFilters } from '@stegvis/contracts/staff/staff';
import { occursIn, Register, type RegisterOf, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { StaffEntity } from './staff.entity.js';

/** Somebody holds, today, a role that fits. */
const holdsToday = (fits: string) =>
  `exists (select from app.role_assignment a where a.staff_id = r.id and ${fits} and a.valid_from <= app.today() and (a.valid_to is null or a.valid_to >= app.today()))`;

const colleagues: RegisterOf<StaffEntity> = {
  entity: StaffEntity,
  list: {
    rows: sqlBeside(import.meta.url, 'staff.sql'),
    sorts: { name: 'swedish', email: 'plain', active: 'plain' },
    filters: {
      q: occursIn('name', 'email'),
      role: (role: string, bind) => holdsToday(`a.role = ${bind(role)}`),
      siteId: (site: string, bind) => holdsToday(`a.site_id = ${bind(site)}`),
    },
    order: { sort: 'name', order: 'ASC' },
  },
};

/** The people who work with Stegvis. */
@Injectable()
export class StaffService extends Register<StaffEntity, Staff, NewStaff, StaffChange, StaffFilters> {
  constructor(work: UnitOfWork) {
    super(work, colleagues);
  }

  /** Remembers the language that a person reads the staff UI in. */
  chooseLanguage(id: string, language: Language): Promise<void> {
    return this.work.transaction(async (manager) => {
      const { version } = await this.get(id);
      await writeChange(manager, StaffEntity, id, version, { language });
    });
  }

  /**
   * Does something to how an account signs in, which another database role keeps, and notes that it was done. Throws `not-found`, and
   * does nothing, for who is not there.
   */
  aboutSigningIn<T>(id: string, deed: (staffId: string) => Promise<T>): Promise<T> {
    return this.work.transaction(async () => deed((await this.get(id)).id));
  }

  /** Addresses are compared in lower case. */
  protected override tidy(facts: { email: string }): object {
    return { ...facts, email: facts.email.toLowerCase() };
  }
}
