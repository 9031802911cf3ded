import { Injectable } from '@nestjs/common';
import type { ListWindow } from '@stegvis/contracts/lists/list';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { NewStaff, Staff, StaffChange, StaffFilters } from '@stegvis/contracts/staff/staff';
import { type ExpectedVersion, type ListSpec, mustBeAt, occursIn, type Page, readOne, readPage, sqlBeside, UnitOfWork, writeChange } from '@stegvis/platform/postgres';
import { StaffEntity } from './staff.entity.js';

/** Somebody holds, today, a role that fits. */
const holdsToday = (fits: string) =>
  `exists (select from app.role_assignment a where a.staff_id = r.id and ${fits} and a.valid_from <= app.today() and (a.valid_to is null or a.valid_to >= app.today()))`;

const colleagues: ListSpec = {
  rows: sqlBeside(import.meta.url, 'staff.sql'),
  sorts: { name: 'swedish', email: 'plain', active: 'plain' },
  filters: { q: occursIn('name', 'email'), role: (role: string, bind) => holdsToday(`a.role = ${bind(role)}`), siteId: (site: string, bind) => holdsToday(`a.site_id = ${bind(site)}`) },
  order: { sort: 'name', order: 'ASC' },
};

@Injectable()
export class StaffService {
  constructor(private readonly work: UnitOfWork) {}

  list(filters: StaffFilters, window: ListWindow, ids?: readonly string[]): Promise<Page<Staff>> {
    return readPage(this.work, colleagues, filters, window, ids);
  }

  get(id: string): Promise<Staff> {
    return readOne(this.work, colleagues, id);
  }

  create(draft: NewStaff): Promise<Staff> {
    return this.work.transaction(async (manager) => {
      const { id } = await manager.save(StaffEntity, manager.create(StaffEntity, { ...draft, email: draft.email.toLowerCase() }));
      return this.get(id);
    });
  }

  change(id: string, change: StaffChange, expected: ExpectedVersion): Promise<Staff> {
    return this.work.transaction(async (manager) => {
      mustBeAt(expected, await this.get(id));
      const { version: _read, ...facts } = change;
      await writeChange(manager, StaffEntity, id, expected.version, { ...facts, email: facts.email.toLowerCase() });
      return this.get(id);
    });
  }

  /** Remembers the language that a person reads the staff UI in. */
  chooseLanguage(id: string, language: Language): Promise<void> {
    return this.work.transaction(async (manager) => {
      const { version } = await this.get(id);
      await writeChange(manager, StaffEntity, id, version, { language });
    });
  }
}
