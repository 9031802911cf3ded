import { type Stage, stages } from '../enrolments/codes.js';
import { Code, Id, LocalDate, Many, Text, Whole } from '../fields/kinds.js';
import { type Gender, genders } from '../participants/codes.js';
import { type ReminderRule, reminderRules } from '../reminders/codes.js';
import { type TargetIndicator, targetIndicators } from '../targets/codes.js';

const largest = 100_000_000;

/** Active enrolments with this stage open today, by gender; stages overlap, so they do not add up. */
export class StageFigure {
  @Code([...stages, 'none'], { says: 'Stage, or none for those without an open one' }) stage!: Stage | 'none';
  @Code(genders, { says: 'Gender' }) gender!: Gender;
  @Whole({ says: 'Enrolments', min: 0, max: largest }) count!: number;
}

/** A target and how far it has been reached. */
export class TargetFigure {
  @Id({ says: 'Target' }) targetId!: string;
  @Id({ says: 'Site, or null for the project', nullable: true }) siteId!: string | null;
  @Text({ says: "The site's name", max: 100, nullable: true }) siteName!: string | null;
  @Code(targetIndicators, { says: 'What is counted' }) indicator!: TargetIndicator;
  @Code(genders, { says: 'Gender, or null for all', nullable: true }) gender!: Gender | null;
  @LocalDate({ says: 'First day counted' }) startDate!: string;
  @LocalDate({ says: 'Last day counted' }) endDate!: string;
  @Whole({ says: 'The number to reach', min: 0, max: largest }) target!: number;
  @Whole({ says: 'The number reached', min: 0, max: largest }) reached!: number;
}

/** Follow-ups past their day, by site and rule. */
export class OverdueFigure {
  @Id({ says: 'Site' }) siteId!: string;
  @Text({ says: "The site's name", max: 100 }) siteName!: string;
  @Code(reminderRules, { says: 'Rule' }) rule!: ReminderRule;
  @Whole({ says: 'Open reminders past their day', min: 0, max: largest }) count!: number;
}

/** How a project stands today, for what the reader may see of it. */
export class Dashboard {
  @Id({ says: 'Project' }) id!: string;
  @Text({ says: "The project's name", max: 200 }) projectName!: string;
  @LocalDate({ says: 'Today' }) today!: string;
  @Whole({ says: 'Active enrolments', min: 0, max: largest }) active!: number;
  @Whole({ says: 'Referrals that wait for an answer', min: 0, max: largest }) waiting!: number;
  @Whole({ says: 'Enrolments that have started', min: 0, max: largest }) entered!: number;
  @Whole({ says: 'Enrolments that have ended', min: 0, max: largest }) left!: number;
  @Many(() => StageFigure, { says: 'Active enrolments by stage and gender', max: 100 }) stages!: StageFigure[];
  @Many(() => TargetFigure, { says: 'Targets', max: 500 }) targets!: TargetFigure[];
  @Many(() => OverdueFigure, { says: 'Overdue follow-ups', max: 500 }) overdue!: OverdueFigure[];
}
