import type { Type } from '@nestjs/common';
import { AccessLogModule } from '@stegvis/domain/access-log';
import { AccessReviewEntity, AccessReviewItemEntity, AccessReviewsModule } from '@stegvis/domain/access-reviews';
import { DashboardModule } from '@stegvis/domain/dashboard';
import { EnrolmentCoachEntity, EnrolmentEntity, EnrolmentsModule, VoluntaryFactsEntity } from '@stegvis/domain/enrolments';
import { ExportsModule } from '@stegvis/domain/exports';
import { AttendanceEntity, AttendanceNoteEntity, MeetingEntity, MeetingsModule } from '@stegvis/domain/meetings';
import { MyDayModule } from '@stegvis/domain/my-day';
import { NameGrantEntity, NameGrantsModule } from '@stegvis/domain/name-grants';
import { OpeningsModule } from '@stegvis/domain/openings';
import { OrganisationEntity, OrganisationsModule } from '@stegvis/domain/organisations';
import { ParticipantEntity, ParticipantsModule } from '@stegvis/domain/participants';
import { ProjectEntity, ProjectsModule } from '@stegvis/domain/projects';
import { ProtectionModule } from '@stegvis/domain/protection';
import { ReminderEntity, RemindersModule } from '@stegvis/domain/reminders';
import { ReportRunsModule, reportEntities } from '@stegvis/domain/report-runs';
import { SearchModule } from '@stegvis/domain/search';
import { SiteEntity, SitesModule } from '@stegvis/domain/sites';
import { RoleAssignmentEntity, RoleProposalEntity, StaffEntity, StaffModule } from '@stegvis/domain/staff';
import { StagePeriodEntity, StagePeriodsModule } from '@stegvis/domain/stage-periods';
import { StandInEntity, StandInsModule } from '@stegvis/domain/stand-ins';
import { TargetEntity, TargetsModule } from '@stegvis/domain/targets';
import { WorkerStatusModule } from '@stegvis/domain/worker-status';
import { AccessLogController } from './access-log/access-log.controller.js';
import { PersonLogController } from './access-log/person-log.controller.js';
import { AccessReviewsController } from './access-reviews/access-reviews.controller.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { EnrolmentsController } from './enrolments/enrolments.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { MyDayController } from './my-day/my-day.controller.js';
import { NameGrantsController } from './name-grants/name-grants.controller.js';
import { OpeningsController } from './openings/openings.controller.js';
import { OrganisationsController } from './organisations/organisations.controller.js';
import { ParticipantsController } from './participants/participants.controller.js';
import { ProjectsController } from './projects/projects.controller.js';
import { ProtectionController } from './protection/protection.controller.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { ReportRunsController } from './report-runs/report-runs.controller.js';
import { ReportSchedulesController } from './report-runs/report-schedules.controller.js';
import { SearchController } from './search/search.controller.js';
import { SitesController } from './sites/sites.controller.js';
import { RoleAssignmentsController } from './staff/role-assignments.controller.js';
import { StaffController } from './staff/staff.controller.js';
import { StaffSignInController } from './staff/staff-sign-in.controller.js';
import { StagePeriodsController } from './stage-periods/stage-periods.controller.js';
import { StandInsController } from './stand-ins/stand-ins.controller.js';
import { SubmissionsController } from './submissions/submissions.controller.js';
import { TargetsController } from './targets/targets.controller.js';
import { WorkerStatusController } from './worker-status/worker-status.controller.js';

/** A word of the domain as the API serves it. */
interface Word {
  controllers: Type[];
  module: Type;
  entities: Type[];
}

/** Every word that the API serves: one line each. */
export const words: readonly Word[] = [
  { module: OrganisationsModule, controllers: [OrganisationsController], entities: [OrganisationEntity] },
  { module: ProjectsModule, controllers: [ProjectsController], entities: [ProjectEntity] },
  { module: SitesModule, controllers: [SitesController], entities: [SiteEntity] },
  { module: TargetsModule, controllers: [TargetsController], entities: [TargetEntity] },
  {
    module: StaffModule,
    controllers: [StaffController, StaffSignInController, RoleAssignmentsController],
    entities: [StaffEntity, RoleAssignmentEntity, RoleProposalEntity],
  },
  { module: NameGrantsModule, controllers: [NameGrantsController], entities: [NameGrantEntity] },
  { module: StandInsModule, controllers: [StandInsController], entities: [StandInEntity] },
  { module: ParticipantsModule, controllers: [ParticipantsController], entities: [ParticipantEntity] },
  { module: OpeningsModule, controllers: [OpeningsController], entities: [] },
  { module: RemindersModule, controllers: [RemindersController], entities: [ReminderEntity] },
  { module: ProtectionModule, controllers: [ProtectionController], entities: [] },
  { module: EnrolmentsModule, controllers: [EnrolmentsController], entities: [EnrolmentEntity, EnrolmentCoachEntity, VoluntaryFactsEntity] },
  { module: StagePeriodsModule, controllers: [StagePeriodsController], entities: [StagePeriodEntity] },
  { module: MeetingsModule, controllers: [MeetingsController], entities: [MeetingEntity, AttendanceEntity, AttendanceNoteEntity] },
  { module: ExportsModule, controllers: [ExportsController], entities: [] },
  { module: MyDayModule, controllers: [MyDayController], entities: [] },
  { module: SearchModule, controllers: [SearchController], entities: [] },
  { module: DashboardModule, controllers: [DashboardController], entities: [] },
  { module: ReportRunsModule, controllers: [ReportRunsController, ReportSchedulesController, SubmissionsController], entities: reportEntities },
  { module: AccessLogModule, controllers: [AccessLogController, PersonLogController], entities: [] },
  { module: AccessReviewsModule, controllers: [AccessReviewsController], entities: [AccessReviewEntity, AccessReviewItemEntity] },
  { module: WorkerStatusModule, controllers: [WorkerStatusController], entities: [] },
];
