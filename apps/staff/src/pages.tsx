import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { type ComponentType, type ReactNode, Suspense } from 'react';
import { CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router';
import { Landing } from './layout/Landing';
import { later } from './layout/later';
import { Waiting } from './layout/PlainPages';

/** A page that is fetched when somebody opens it. */
const page = <M,>(load: () => Promise<M>, name: keyof M): ComponentType => later(async () => (await load())[name] as ComponentType);

const myDay = () => import('./my-day');
// Opened all day, and without a form: the page of a person comes without the others.
const participantPage = () => import('./participants/ParticipantPage');
const participants = () => import('./participants');
const enrolments = () => import('./enrolments');
const meetings = () => import('./meetings');
const reminders = () => import('./reminders');
const dashboard = () => import('./dashboard');
const reportRuns = () => import('./report-runs');
const submissions = () => import('./submissions');
const projects = () => import('./projects');
const organisations = () => import('./organisations');
const sites = () => import('./sites');
const targets = () => import('./targets');
const nameGrants = () => import('./name-grants');
const exported = () => import('./exports');
const standIns = () => import('./stand-ins');
const staff = () => import('./staff');
const accessLog = () => import('./access-log');
const accessReviews = () => import('./access-reviews');
const roleAssignments = () => import('./role-assignments');

const MyDayPage = page(myDay, 'MyDayPage');
const DashboardPage = page(dashboard, 'DashboardPage');
const MeetingWriteUp = page(meetings, 'MeetingWriteUp');
const AccountPage = page(() => import('./account/AccountPage'), 'AccountPage');
const SetPasswordPage = page(() => import('./sign-in/SetPasswordPage'), 'SetPasswordPage');
const PersonLogPage = page(accessLog, 'PersonLogPage');
const ReminderList = page(reminders, 'ReminderList');

const participantPages = {
  list: page(participants, 'ParticipantList'),
  show: page(participantPage, 'ParticipantPage'),
  create: page(participants, 'ParticipantRefer'),
  edit: page(participants, 'ParticipantEdit'),
};
const enrolmentPages = { list: page(enrolments, 'EnrolmentList'), edit: page(enrolments, 'EnrolmentFacts') };
const meetingPages = { list: page(meetings, 'MeetingList'), create: page(meetings, 'MeetingCreate'), edit: page(meetings, 'MeetingEdit') };
const reportPages = { list: page(reportRuns, 'ReportRunList'), show: page(reportRuns, 'ReportRunPage') };
const submissionPages = { list: page(submissions, 'SubmissionList'), show: page(submissions, 'SubmissionPage') };
const projectPages = { list: page(projects, 'ProjectList'), create: page(projects, 'ProjectCreate'), edit: page(projects, 'ProjectEdit') };
const organisationPages = {
  list: page(organisations, 'OrganisationList'),
  create: page(organisations, 'OrganisationCreate'),
  edit: page(organisations, 'OrganisationEdit'),
};
const sitePages = { list: page(sites, 'SiteList'), create: page(sites, 'SiteCreate'), edit: page(sites, 'SiteEdit') };
const targetPages = { list: page(targets, 'TargetList'), create: page(targets, 'TargetCreate'), edit: page(targets, 'TargetEdit') };
const ExportList = page(exported, 'ExportList');
const nameGrantPages = { list: page(nameGrants, 'NameGrantList'), create: page(nameGrants, 'NameGrantCreate') };
const standInPages = { list: page(standIns, 'StandInList'), create: page(standIns, 'StandInCreate') };
const accessLogPages = { list: page(accessLog, 'AccessLogList'), show: page(accessLog, 'AccessEventPage') };
const accessReviewPages = { list: page(accessReviews, 'AccessReviewList'), show: page(accessReviews, 'AccessReviewPage') };
const staffPages = { list: page(staff, 'StaffList'), create: page(staff, 'StaffCreate'), edit: page(staff, 'StaffEdit') };
const rolePages = {
  list: page(roleAssignments, 'RoleAssignmentList'),
  create: page(roleAssignments, 'RoleAssignmentCreate'),
  edit: page(roleAssignments, 'RoleAssignmentEdit'),
};

/** The pages that somebody with these verbs has; for others there is not even an address. */
export function pagesFor(verbs: readonly Verb[]): ReactNode {
  const may = (verb: Verb) => verbs.includes(verb);
  return (
    <>
      <CustomRoutes noLayout>
        <Route
          path="/set-password"
          element={
            <Suspense fallback={<Waiting />}>
              <SetPasswordPage />
            </Suspense>
          }
        />
      </CustomRoutes>
      <CustomRoutes>
        <Route path="/start" element={<Landing />} />
        {may('account.read') && <Route path="/account" element={<AccountPage />} />}
        {may('my-day.read') && <Route path="/my-day" element={<MyDayPage />} />}
        {may('dashboard.read') && <Route path="/dashboard" element={<DashboardPage />} />}
        {may('dashboard.read') && <Route path="/dashboard/:projectId" element={<DashboardPage />} />}
      </CustomRoutes>
      {may('participants.read') && (
        <Resource name="participants" {...participantPages}>
          {may('participants.read-log') && <Route path=":id/access-log" element={<PersonLogPage />} />}
        </Resource>
      )}
      {may('enrolments.read') && (
        <Resource name="enrolments" list={enrolmentPages.list} edit={may('enrolments.change') ? enrolmentPages.edit : undefined} />
      )}
      {may('meetings.read') && (
        <Resource name="meetings" {...meetingPages}>
          <Route path=":id/write-up" element={<MeetingWriteUp />} />
        </Resource>
      )}
      {may('reminders.read') && <Resource name="reminders" list={ReminderList} />}
      {may('exports.read') && <Resource name="exports" list={ExportList} />}
      {may('name-grants.read') && (
        <Resource name="name-grants" list={nameGrantPages.list} create={may('name-grants.give') ? nameGrantPages.create : undefined} />
      )}
      {may('stand-ins.read') && (
        <Resource name="stand-ins" list={standInPages.list} create={may('stand-ins.appoint') ? standInPages.create : undefined} />
      )}
      {may('report-runs.read') && <Resource name="report-runs" {...reportPages} />}
      {may('submissions.read') && <Resource name="submissions" {...submissionPages} />}
      {may('access-log.read') && <Resource name="access-log" {...accessLogPages} />}
      {may('access-reviews.read') && <Resource name="access-reviews" {...accessReviewPages} />}
      {may('projects.change') && <Resource name="projects" {...projectPages} />}
      {may('organisations.change') && <Resource name="organisations" {...organisationPages} />}
      {may('sites.change') && <Resource name="sites" {...sitePages} />}
      {may('targets.change') && <Resource name="targets" {...targetPages} />}
      {may('staff.change') && <Resource name="staff" {...staffPages} />}
      {may('role-assignments.read') && <Resource name="role-assignments" {...rolePages} />}
    </>
  );
}
