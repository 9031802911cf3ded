import { caseWork, dates, door, type Fence, meetingGates, pseudonymous, sensitive, sharedByAll } from './doors.js';
import { answersForReview, coachedMeetings, gates, somebodyIsSeenThere, unlessHidden } from './gates.js';

/**
 * The whole of who sees what, table by table. Policies, grants, history and version triggers are generated from here,
 * and a test holds the catalogue against it: a table that is not here cannot be reached by anyone but the owner.
 */
export const fences: readonly Fence[] = [
  { table: 'organisation', kind: 'common', history: true, versioned: true, doors: sharedByAll(gates.administrator) },
  {
    table: 'project',
    kind: 'common',
    history: true,
    versioned: true,
    doors: [...sharedByAll(gates.administrator), door('auth', 'select', [gates.all], ['id', 'name'])],
  },
  { table: 'project_partner', kind: 'common', history: false, versioned: false, doors: sharedByAll(gates.administrator) },
  {
    table: 'site',
    kind: 'common',
    history: true,
    versioned: true,
    doors: [...sharedByAll(gates.administrator), door('auth', 'select', [gates.all], ['id', 'name', 'project_id'])],
  },
  { table: 'target', kind: 'common', history: true, versioned: true, doors: sharedByAll(gates.administrator, gates.leaderOfProject('project_id')) },
  {
    table: 'staff',
    kind: 'common',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.me('id'), gates.colleague('id'), gates.administrator]),
      door('api', 'insert', [gates.administrator]),
      door('api', 'update', [gates.me('id'), gates.administrator]),
      door('auth', 'select', [gates.all]),
      door('worker', 'select', [gates.job], ['id', 'active']),
    ],
  },
  {
    table: 'sight',
    kind: 'common',
    history: false,
    versioned: false,
    doors: [door('api', 'select', [gates.itself('staff_id')]), door('auth', 'select', [gates.all], ['staff_id', 'account_version'])],
  },
  {
    table: 'role_assignment',
    kind: 'common',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.me('staff_id'), 'staff_id = any (array(select access.my_colleagues()))', gates.administrator]),
      // Nobody gives a role to themself.
      door('api', 'insert', [`${gates.administrator} and staff_id <> (select access.asker_id()) and not access.takes_two(role, may_open)`]),
      door('api', 'update', [`${gates.administrator} and staff_id <> (select access.asker_id())`]),
      door('auth', 'select', [gates.all]),
    ],
  },
  {
    table: 'role_proposal',
    kind: 'common',
    history: true,
    versioned: true,
    // Decided on by a function that looks at who asks.
    doors: [
      door('api', 'select', [gates.administrator]),
      door('api', 'insert', [
        `${gates.administrator} and staff_id <> (select access.asker_id()) and given_by = (select access.asker_id()) and decided_by is null`,
      ]),
    ],
  },
  {
    table: 'participant',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.participant('id'),
    hiddenWithin: true,
    doors: [
      door('api', 'select', [
        gates.coachOfPerson('id'),
        gates.leaderOfASiteAmong('site_ids'),
        gates.namedAtASiteAmong('site_ids'),
        gates.openedPerson('id'),
      ]),
      door(
        'api',
        'update',
        [gates.coachOfPerson('id'), gates.leaderOfASiteAmong('site_ids')],
        [
          'given_name',
          'family_name',
          'identity_kind',
          'identity_number_encrypted',
          'identity_number_hash',
          'date_of_birth',
          'gender',
          'language',
          'interpreter',
          'phone',
          'email',
          'address',
          'pseudonymous',
          'version',
        ],
      ),
    ],
  },
  {
    table: 'named_staff',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.participant('participant_id'),
    // Written by the functions that protect, name and lift, which look at who asks.
    doors: [door('api', 'select', [gates.named('participant_id')])],
  },
  {
    table: 'enrolment',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('id'),
    doors: [
      ...pseudonymous('id').filter((one) => one.command !== 'insert'),
      door(
        'worker',
        'select',
        [gates.job],
        [...dates, 'status', 'start_date', 'end_date', 'exit_reason', 'entry_facts_missing', 'exit_facts_missing'],
      ),
      door('report', 'select', [gates.job]),
    ],
  },
  {
    table: 'name_grant',
    kind: 'case',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.leaderOfSite('site_id'), gates.me('staff_id')]),
      door('api', 'insert', [
        `${gates.leaderOfSite('site_id')} and given_by = (select access.asker_id()) and access.leads_project_of(staff_id, project_id)`,
      ]),
      door('api', 'update', [gates.leaderOfSite('site_id')], ['ended_at', 'version']),
    ],
  },
  {
    table: 'stand_in',
    kind: 'case',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.leaderOfSite('site_id'), gates.me('stand_in_id'), gates.me('coach_id')]),
      door('api', 'insert', [
        `${gates.leaderOfSite('site_id')} and appointed_by = (select access.asker_id()) and access.coaches_at(stand_in_id, site_id)`,
      ]),
      door('api', 'update', [gates.leaderOfSite('site_id')], ['ended_at', 'version']),
    ],
  },
  {
    table: 'opening',
    kind: 'case',
    history: true,
    versioned: false,
    unlessHidden: unlessHidden.participant('participant_id'),
    // Made by the function that opens, which looks at who asks.
    doors: [door('api', 'select', [gates.me('staff_id'), gates.leaderOfASiteAmong('site_ids')])],
  },
  {
    table: 'voluntary_facts',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('enrolment_id'),
    doors: sensitive(),
  },
  {
    table: 'enrolment_coach',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('enrolment_id'),
    doors: [...pseudonymous(), door('worker', 'select', [gates.job])],
  },
  {
    table: 'stage_period',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('enrolment_id'),
    doors: [...pseudonymous(), door('report', 'select', [gates.job])],
  },
  {
    table: 'meeting',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.meeting('id'),
    doors: [
      door('api', 'select', [...meetingGates, somebodyIsSeenThere]),
      door('api', 'insert', meetingGates),
      door('api', 'update', [...meetingGates, coachedMeetings]),
      door('worker', 'select', [gates.job], [...dates, 'coach_id', 'starts_at', 'minutes', 'status']),
    ],
  },
  {
    table: 'attendance',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('enrolment_id'),
    doors: [...caseWork(gates.opened('enrolment_id')), door('worker', 'select', [gates.job], [...dates, 'meeting_id', 'enrolment_id', 'state'])],
  },
  {
    table: 'attendance_note',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('enrolment_id'),
    doors: caseWork(gates.opened('enrolment_id')),
  },
  {
    table: 'reminder',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.enrolment('enrolment_id'),
    doors: [
      door('api', 'select', [
        gates.coachOf('enrolment_id'),
        gates.leaderOfSite('site_id'),
        gates.leaderOfProject('project_id'),
        gates.opened('enrolment_id'),
      ]),
      door('api', 'update', [gates.coachOf('enrolment_id'), gates.leaderOfSite('site_id')]),
      door(
        'worker',
        'select',
        [gates.job],
        [...dates, 'enrolment_id', 'rule', 'subject_id', 'staff_id', 'due_date', 'state', 'snoozed_until', 'closed_at', 'version'],
      ),
      door('worker', 'insert', [gates.job]),
      door('worker', 'update', [gates.job], ['staff_id', 'state', 'snoozed_until', 'closed_at', 'version']),
    ],
  },
  {
    table: 'report_schedule',
    kind: 'figures',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.leaderOfProject('project_id')]),
      door('api', 'update', [gates.leaderOfProject('project_id')]),
      door('worker', 'select', [gates.job]),
      door('report', 'select', [gates.job]),
    ],
  },
  {
    table: 'report_run',
    kind: 'figures',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.leaderOfProject('project_id')]),
      door('api', 'insert', [gates.leaderOfProject('project_id')]),
      door('api', 'update', [gates.leaderOfProject('project_id')]),
      door('report', 'select', [gates.job]),
      door('report', 'insert', [gates.job]),
      door('report', 'update', [gates.job], ['state', 'built_at', 'version']),
    ],
  },
  // A figure counts everybody; the people behind it are shown as far as the reader may see them.
  ...(['report_cell', 'report_subject', 'report_member'] as const).map(
    (table): Fence => ({
      table,
      kind: 'figures',
      history: false,
      versioned: false,
      ...(table !== 'report_cell' && { unlessHidden: unlessHidden.enrolment('enrolment_id') }),
      doors: [
        door('api', 'select', [gates.leaderOfProject('project_id')]),
        door('report', 'select', [gates.job]),
        door('report', 'insert', [gates.job]),
      ],
    }),
  ),
  {
    table: 'submission',
    kind: 'figures',
    history: true,
    versioned: false,
    doors: [
      door('api', 'select', [gates.leaderOfProject('project_id'), gates.funderOfProject('project_id')]),
      door('api', 'insert', [gates.leaderOfProject('project_id')]),
    ],
  },
  {
    table: 'access_review',
    kind: 'case',
    history: true,
    versioned: true,
    doors: [
      door('api', 'select', [gates.leaderOfSite('site_id'), gates.auditorOf('organisation_id')]),
      door('api', 'insert', [`(${answersForReview}) and started_by = (select access.asker_id()) and signed_at is null`]),
      door('api', 'update', [answersForReview], ['signed_by', 'signed_by_name', 'signed_at', 'comment', 'version']),
    ],
  },
  {
    table: 'access_review_item',
    kind: 'case',
    history: true,
    versioned: true,
    unlessHidden: unlessHidden.oneOf('people'),
    // An auditor reads that a site was reviewed; what its leader wrote of each look stays with the leader.
    doors: [
      door('api', 'select', [answersForReview]),
      door('api', 'insert', [answersForReview]),
      door('api', 'update', [answersForReview], ['mark', 'comment', 'marked_by', 'marked_at', 'version']),
    ],
  },
  {
    table: 'export',
    kind: 'common',
    history: true,
    versioned: false,
    // Written by the functions that ask for it, make it and hand it over, which look at who asks.
    doors: [door('api', 'select', [gates.me('staff_id')])],
  },
  // The file and what was asked for: handed over by a function, to one person, once.
  { table: 'export_content', kind: 'common', history: false, versioned: false, doors: [] },
  {
    table: 'doorbell',
    kind: 'common',
    history: false,
    versioned: false,
    doors: [
      door('api', 'insert', [gates.signedIn]),
      door('worker', 'select', [gates.job]),
      door('worker', 'insert', [gates.job]),
      door('worker', 'update', [gates.job], ['relayed_at']),
      door('worker', 'delete', [gates.job]),
    ],
  },
  {
    table: 'worker_heartbeat',
    kind: 'common',
    history: false,
    versioned: false,
    doors: [
      door('api', 'select', [gates.signedIn]),
      door('worker', 'select', [gates.job]),
      door('worker', 'insert', [gates.job]),
      door('worker', 'update', [gates.job]),
      door('worker', 'delete', [gates.job]),
    ],
  },
];
