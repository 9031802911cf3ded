import { dueAgainAfterDays, type ReminderRule, reminderRules } from '@stegvis/contracts/reminders/codes';
import { type Statement, sqlBeside } from '@stegvis/platform/postgres';
import type { EntityManager } from 'typeorm';

const rules: Readonly<Record<ReminderRule, string>> = {
  'meeting-not-written-up': sqlBeside(import.meta.url, 'rules/meeting-not-written-up.sql'),
  'no-contact': sqlBeside(import.meta.url, 'rules/no-contact.sql'),
  'exit-facts-missing': sqlBeside(import.meta.url, 'rules/exit-facts-missing.sql'),
  'entry-facts-missing': sqlBeside(import.meta.url, 'rules/entry-facts-missing.sql'),
  'number-registered-again': sqlBeside(import.meta.url, 'rules/number-registered-again.sql'),
  'person-opened': sqlBeside(import.meta.url, 'rules/person-opened.sql'),
  'naming-ends': sqlBeside(import.meta.url, 'rules/naming-ends.sql'),
};
const allRules = reminderRules
  .map((rule) => `select '${rule}' as rule, found.enrolment_id, found.subject_id, found.due_date from (\n${rules[rule]}\n) as found`)
  .join('\nunion all\n');
const makeDueSql = sqlBeside(import.meta.url, 'make-due.sql');
const settleSql = sqlBeside(import.meta.url, 'settle.sql');
const given = 'select * from unnest($2::text[], $3::uuid[], $4::uuid[]) as f (rule, enrolment_id, subject_id)';
if (!settleSql.includes(given)) throw new Error('settle.sql takes what the rules found in another way than it did');
const clearingSql = settleSql.replace(given, allRules);

/** What the rules found for some enrolments, column by column, as the statements take it. */
export interface Found {
  rules: string[];
  enrolments: string[];
  subjects: string[];
  /** Local days. */
  dueDates: string[];
}

/** Asks every rule what is due for these enrolments today. */
export async function applyRules(manager: EntityManager, enrolmentIds: readonly string[]): Promise<Found> {
  const rows: { rule: string; enrolment_id: string; subject_id: string; due_date: string }[] = await manager.query(allRules, [enrolmentIds]);
  return {
    rules: rows.map((row) => row.rule),
    enrolments: rows.map((row) => row.enrolment_id),
    subjects: rows.map((row) => row.subject_id),
    dueDates: rows.map((row) => row.due_date),
  };
}

/** Makes what is due and not there, and opens again what had gone and is back. Returns how many. */
export async function makeDue(manager: EntityManager, found: Found): Promise<number> {
  if (found.rules.length === 0) return 0;
  const [made] = await manager.query(makeDueSql, [found.rules, found.enrolments, found.subjects, found.dueDates, JSON.stringify(dueAgainAfterDays)]);
  return made.count;
}

/** The same for a few enrolments, whose rules are asked in the same breath; what has become due is found by the next sweep. */
export const clearing = (enrolmentIds: readonly string[]): Statement => ({ text: clearingSql, values: [enrolmentIds] });

/** Clears what has no reason any more and hands the rest to the coach of today. */
export async function settle(manager: EntityManager, enrolmentIds: readonly string[], found: Found): Promise<{ cleared: number; moved: number }> {
  const [settled] = await manager.query(settleSql, [enrolmentIds, found.rules, found.enrolments, found.subjects]);
  return settled;
}
