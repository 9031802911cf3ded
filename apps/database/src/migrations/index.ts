import { EachRoleDoesOnlyItsOwnWork1795400000001 } from './1795400000001-each-role-does-only-its-own-work.js';
import { TheDatabaseKnowsWhoAsks1795400000002 } from './1795400000002-the-database-knows-who-asks.js';
import { HistoryKeepsEveryVersionOfARow1795400000003 } from './1795400000003-history-keeps-every-version-of-a-row.js';
import { OrganisationsRunProjectsAtSites1795400000004 } from './1795400000004-organisations-run-projects-at-sites.js';
import { StaffHoldRolesForATime1795400000005 } from './1795400000005-staff-hold-roles-for-a-time.js';
import { ParticipantsHaveEnrolmentsWithFacts1795400000006 } from './1795400000006-participants-have-enrolments-with-facts.js';
import { StagesMayOverlapButOneIsMain1795400000007 } from './1795400000007-stages-may-overlap-but-one-is-main.js';
import { MeetingsHaveAttendanceAndNotes1795400000008 } from './1795400000008-meetings-have-attendance-and-notes.js';
import { AFollowUpIsRemindedOfOnce1795400000009 } from './1795400000009-a-follow-up-is-reminded-of-once.js';
import { AReportKeepsThePeopleBehindEachFigure1795400000010 } from './1795400000010-a-report-keeps-the-people-behind-each-figure.js';
import { EveryTableIsFenced1795400000011 } from './1795400000011-every-table-is-fenced.js';
import { APersonAndTheFirstEnrolmentAreMadeTogether1795400000012 } from './1795400000012-a-person-and-the-first-enrolment-are-made-together.js';
import { WhatEachMaySeeIsWorkedOutOnce1795600000101 } from './1795600000101-what-each-may-see-is-worked-out-once.js';
import { ASessionIsConfirmedInTheSameBreathAsTheAnswer1795600000102 } from './1795600000102-a-session-is-confirmed-in-the-same-breath-as-the-answer.js';
import { AnAttendanceKnowsWhoseMeetingItIs1795600000103 } from './1795600000103-an-attendance-knows-whose-meeting-it-is.js';
import { TheOwnerMaySayWhenSomethingWasRecorded1795600000201 } from './1795600000201-the-owner-may-say-when-something-was-recorded.js';
import { APersonIsFoundByTheBeginningOfAnyWordOfTheName1795600000301 } from './1795600000301-a-person-is-found-by-the-beginning-of-any-word-of-the-name.js';
import { OneRuleSaysWhereAWordBeginsAName1795600000302 } from './1795600000302-one-rule-says-where-a-word-begins-a-name.js';
import { TheDatabaseKnowsTheKeyOfItsIdentityNumbers1795600000401 } from './1795600000401-the-database-knows-the-key-of-its-identity-numbers.js';
import { AFunderReturnsASubmittedReport1795600000402 } from './1795600000402-a-funder-returns-a-submitted-report.js';
import { WhoAsksIsSigned1795700000101 } from './1795700000101-who-asks-is-signed.js';
import { ThereAreMoreWaysToSeeAndAnAccountHasAVersion1795700000102 } from './1795700000102-there-are-more-ways-to-see-and-an-account-has-a-version.js';
import { AProtectedPersonIsThereForTheNamedAlone1795700000201 } from './1795700000201-a-protected-person-is-there-for-the-named-alone.js';
import { OneProtectsAndTwoLift1795700000202 } from './1795700000202-one-protects-and-two-lift.js';
import { SomebodyIsCountedAndNotNamed1795700000203 } from './1795700000203-somebody-is-counted-and-not-named.js';
import { TriesToSignInAreSlowedDownAndAKnownBrowserHasACountOfItsOwn1795700000301 } from './1795700000301-tries-to-sign-in-are-slowed-down-and-a-known-browser-has-a-count-of-its-own.js';
import { ASecondFactorIsGivenAfterThePassword1795700000302 } from './1795700000302-a-second-factor-is-given-after-the-password.js';
import { ASessionSaysWhereItWasBegunAndItsLimitsCanBeSet1795700000303 } from './1795700000303-a-session-says-where-it-was-begun-and-its-limits-can-be-set.js';
import { EveryReadOfAPersonIsNoted1795700000401 } from './1795700000401-every-read-of-a-person-is-noted.js';
import { WhatWasNotedIsLinkedIntoAChain1795700000402 } from './1795700000402-what-was-noted-is-linked-into-a-chain.js';
import { TheAccessLogIsReadByThoseWhomItServes1795700000403 } from './1795700000403-the-access-log-is-read-by-those-whom-it-serves.js';
import { ALeaderReviewsWhoLooked1795700000404 } from './1795700000404-a-leader-reviews-who-looked.js';
import { WhatConcernsAProtectedPersonReachesTheNamedAlone1795700000501 } from './1795700000501-what-concerns-a-protected-person-reaches-the-named-alone.js';
import { SensitiveFactsHaveAGrantOfTheirOwn1795700000502 } from './1795700000502-sensitive-facts-have-a-grant-of-their-own.js';
import { SomebodyStandsInForACoachForATime1795700000601 } from './1795700000601-somebody-stands-in-for-a-coach-for-a-time.js';
import { SomebodyWhoIsNotAssignedOpensAPersonWithAReason1795700000602 } from './1795700000602-somebody-who-is-not-assigned-opens-a-person-with-a-reason.js';
import { WhoeverSeesSomebodyTakingPartSeesTheMeeting1795700000603 } from './1795700000603-whoever-sees-somebody-taking-part-sees-the-meeting.js';
import { AListIsTakenOutWithTheSightOfWhoAsks1795700000701 } from './1795700000701-a-list-is-taken-out-with-the-sight-of-who-asks.js';
import { PagesOfListsAreCountedForAMinute1795700000710 } from './1795700000710-pages-of-lists-are-counted-for-a-minute.js';
import { ARoleThatOpensCasesTakesTwoAdministrators1795700000711 } from './1795700000711-a-role-that-opens-cases-takes-two-administrators.js';

/** Every migration, in order. They only go forward, and each is a sentence. */
export const migrations = [
  EachRoleDoesOnlyItsOwnWork1795400000001,
  TheDatabaseKnowsWhoAsks1795400000002,
  HistoryKeepsEveryVersionOfARow1795400000003,
  OrganisationsRunProjectsAtSites1795400000004,
  StaffHoldRolesForATime1795400000005,
  ParticipantsHaveEnrolmentsWithFacts1795400000006,
  StagesMayOverlapButOneIsMain1795400000007,
  MeetingsHaveAttendanceAndNotes1795400000008,
  AFollowUpIsRemindedOfOnce1795400000009,
  AReportKeepsThePeopleBehindEachFigure1795400000010,
  EveryTableIsFenced1795400000011,
  APersonAndTheFirstEnrolmentAreMadeTogether1795400000012,
  WhatEachMaySeeIsWorkedOutOnce1795600000101,
  ASessionIsConfirmedInTheSameBreathAsTheAnswer1795600000102,
  AnAttendanceKnowsWhoseMeetingItIs1795600000103,
  TheOwnerMaySayWhenSomethingWasRecorded1795600000201,
  APersonIsFoundByTheBeginningOfAnyWordOfTheName1795600000301,
  OneRuleSaysWhereAWordBeginsAName1795600000302,
  TheDatabaseKnowsTheKeyOfItsIdentityNumbers1795600000401,
  AFunderReturnsASubmittedReport1795600000402,
  WhoAsksIsSigned1795700000101,
  ThereAreMoreWaysToSeeAndAnAccountHasAVersion1795700000102,
  AProtectedPersonIsThereForTheNamedAlone1795700000201,
  OneProtectsAndTwoLift1795700000202,
  SomebodyIsCountedAndNotNamed1795700000203,
  TriesToSignInAreSlowedDownAndAKnownBrowserHasACountOfItsOwn1795700000301,
  ASecondFactorIsGivenAfterThePassword1795700000302,
  ASessionSaysWhereItWasBegunAndItsLimitsCanBeSet1795700000303,
  EveryReadOfAPersonIsNoted1795700000401,
  WhatWasNotedIsLinkedIntoAChain1795700000402,
  TheAccessLogIsReadByThoseWhomItServes1795700000403,
  ALeaderReviewsWhoLooked1795700000404,
  WhatConcernsAProtectedPersonReachesTheNamedAlone1795700000501,
  SensitiveFactsHaveAGrantOfTheirOwn1795700000502,
  SomebodyStandsInForACoachForATime1795700000601,
  SomebodyWhoIsNotAssignedOpensAPersonWithAReason1795700000602,
  WhoeverSeesSomebodyTakingPartSeesTheMeeting1795700000603,
  AListIsTakenOutWithTheSightOfWhoAsks1795700000701,
  PagesOfListsAreCountedForAMinute1795700000710,
  ARoleThatOpensCasesTakesTwoAdministrators1795700000711,
] as const;
