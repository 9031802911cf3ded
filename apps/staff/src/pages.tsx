import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router';
import { Landing } from './layout/Landing';
import { Waiting } from './layout/PlainPages';

/** A page that is fetched when somebody opens it. */
function later<M>(load: () => Promise<M>, name: keyof M): ComponentType {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

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
const staff = () => import('./staff');
const roleAssignments = () => import('./role-assignments');

const MyDayPage = later(myDay, 'MyDayPage');
const DashboardPage = later(dashboard, 'DashboardPage');
const MeetingWriteUp = later(meetings, 'MeetingWriteUp');
const SetPasswordPage = later(() => import('./sign-in/SetPasswordPage'), 'SetPasswordPage');
const ReminderList = later(reminders, 'ReminderList');

const participantPages = {
  list: later(participants, 'ParticipantList'),
  show: later(participantPage, 'ParticipantPage'),
  create: later(participants, 'ParticipantRefer'),
  edit: later(participants, 'ParticipantEdit'),
};
const enrolmentPages = { list: later(enrolments, 'EnrolmentList'), edit: later(enrolments, 'EnrolmentFacts') };
const meetingPages = { list: later(meetings, 'MeetingList'), create: later(meetings, 'MeetingCreate'), edit: later(meetings, 'MeetingEdit') };
const reportPages = { list: later(reportRuns, 'ReportRunList'), show: later(reportRuns, 'ReportRunPage') };
const submissionPages = { list: later(submissions, 'SubmissionList'), show: later(submissions, 'SubmissionPage') };
const projectPages = { list: later(projects, 'ProjectList'), create: later(projects, 'ProjectCreate'), edit: later(projects, 'ProjectEdit') };
const organisationPages = {
  list: later(organisations, 'OrganisationList'),
  create: later(organisations, 'OrganisationCreate'),
  edit: later(organisations, 'OrganisationEdit'),
};
const sitePages = { list: later(sites, 'SiteList'), create: later(sites, 'SiteCreate'), edit: later(sites, 'SiteEdit') };
const targetPages = { list: later(targets, 'TargetList'), create: later(targets, 'TargetCreate'), edit: later(targets, 'TargetEdit') };
const staffPages = { list: later(staff, 'StaffList'), create: later(staff, 'StaffCreate'), edit: later(staff, 'StaffEdit') };
const rolePages = {
  list: later(roleAssignments, 'RoleAssignmentList'),
  create: later(roleAssignments, 'RoleAssignmentCreate'),
  edit: later(roleAssignments, 'RoleAssignmentEdit'),
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
        {may('my-day.read') && <Route path="/my-day" element={<MyDayPage />} />}
        {may('dashboard.read') && <Route path="/dashboard" element={<DashboardPage />} />}
        {may('dashboard.read') && <Route path="/dashboard/:projectId" element={<DashboardPage />} />}
      </CustomRoutes>
      {may('participants.read') && <Resource name="participants" {...participantPages} />}
      {may('enrolments.read') && (
        <Resource name="enrolments" list={enrolmentPages.list} edit={may('enrolments.change') ? enrolmentPages.edit : undefined} />
      )}
      {may('meetings.read') && (
        <Resource name="meetings" {...meetingPages}>
          <Route path=":id/write-up" element={<MeetingWriteUp />} />
        </Resource>
      )}
      {may('reminders.read') && <Resource name="reminders" list={ReminderList} />}
      {may('report-runs.read') && <Resource name="report-runs" {...reportPages} />}
      {may('submissions.read') && <Resource name="submissions" {...submissionPages} />}
      {may('projects.change') && <Resource name="projects" {...projectPages} />}
      {may('organisations.change') && <Resource name="organisations" {...organisationPages} />}
      {may('sites.change') && <Resource name="sites" {...sitePages} />}
      {may('targets.change') && <Resource name="targets" {...targetPages} />}
      {may('staff.change') && <Resource name="staff" {...staffPages} />}
      {may('role-assignments.read') && <Resource name="role-assignments" {...rolePages} />}
    </>
  );
}
