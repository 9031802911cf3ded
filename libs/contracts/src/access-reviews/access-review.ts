import { AccessEvent } from '../access-log/access-event.js';
import { Code, Codes, Flag, Id, Ids, Instant, LocalDate, Many, One, Text, Whole } from '../fields/kinds.js';
import { mostReviewed, type ReviewMark, type ReviewRule, reviewMarks, reviewRules } from './codes.js';

const largest = 100_000_000;

/** A month of the access log of a site, or of an organisation, looked through by somebody who answers for it. */
export class AccessReview {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Organisation' }) organisationId!: string;
  @Text({ says: "The organisation's name", max: 200 }) organisationName!: string;
  @Id({ says: 'Site; null for the whole organisation', nullable: true }) siteId!: string | null;
  @Text({ says: "The site's name", max: 100, nullable: true }) siteName!: string | null;
  @LocalDate({ says: 'The first day of the month' }) month!: string;
  @Whole({ says: 'The number that the sample was drawn with', min: -2147483648, max: 2147483647 }) seed!: number;
  @Whole({ says: 'Version of the rules', min: 1, max: 1000 }) ruleVersion!: number;
  @Whole({ says: 'Looks at people in the month, when it was started', min: 0, max: largest }) looks!: number;
  @Whole({ says: 'Looks that are reviewed, as far as the asker may read them: an auditor has those of an own review only', min: 0, max: largest })
  items!: number;
  @Whole({ says: 'Of these, those that are marked', min: 0, max: largest }) marked!: number;
  @Whole({ says: 'Of these, those to follow up', min: 0, max: largest }) toFollowUp!: number;
  @Text({ says: 'Who started it', max: 120 }) startedByName!: string;
  @Instant({ says: 'When' }) startedAt!: string;
  @Text({ says: 'Who signed it', max: 120, nullable: true }) signedByName!: string | null;
  @Instant({ says: 'When it was signed; from then on nothing of it changes', nullable: true }) signedAt!: string | null;
  @Text({ says: 'What the signer says', max: 2000, nullable: true }) comment!: string | null;
  @Flag({ says: 'Whether the asker answers for it: marks and signs' }) mine!: boolean;
  @Whole({ says: 'Version', min: 1, max: 2147483647 }) version!: number;
}

/** A look that is reviewed, and what was found. */
export class ReviewedLook {
  @Id({ says: 'Id' }) id!: string;
  @One(() => AccessEvent, { says: 'The look' }) event!: AccessEvent;
  @Codes(reviewRules, { says: 'Rules that it stands out by; none: drawn for the sample' }) rules!: ReviewRule[];
  @Code(reviewMarks, { says: 'What the reviewer found', nullable: true }) mark!: ReviewMark | null;
  @Text({ says: 'What the reviewer says', max: 1000, nullable: true }) comment!: string | null;
  @Text({ says: 'Who marked it', max: 120, nullable: true }) markedByName!: string | null;
  @Instant({ says: 'When', nullable: true }) markedAt!: string | null;
}

export class AccessReviewWithLooks extends AccessReview {
  @Many(() => ReviewedLook, { says: 'The looks whose people the asker may know of; an auditor has those of an own review only', max: mostReviewed })
  reviewed!: ReviewedLook[];
}

/** Starts a review: of an own site, or, by an auditor, of the organisation. */
export class NewAccessReview {
  @LocalDate({ says: 'Any day of the month; a month that has begun' }) month!: string;
  @Id({ says: 'Site, for its leader', optional: true, nullable: true }) siteId?: string | null;
  @Id({ says: 'Organisation, for its auditor', optional: true, nullable: true }) organisationId?: string | null;
}

export class MarkLooks {
  @Ids({ says: 'Which looks of the review', max: mostReviewed }) itemIds!: string[];
  @Code(reviewMarks, { says: 'What was found' }) mark!: ReviewMark;
  @Text({ says: 'Why; needed for what is followed up. No names', max: 1000, optional: true, nullable: true }) comment?: string | null;
}

export class SignReview {
  @Text({ says: 'What the signer says. No names', max: 2000, optional: true, nullable: true }) comment?: string | null;
}

export class AccessReviewFilters {
  @Id({ says: 'Site', optional: true }) siteId?: string;
  @LocalDate({ says: 'The first day of the month', optional: true }) month?: string;
  @Flag({ says: 'Whether it is signed', optional: true }) signed?: boolean;
}
