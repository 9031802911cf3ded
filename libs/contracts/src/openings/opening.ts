import { Flag, Id, Instant, Text } from '../fields/kinds.js';

/** A person who was opened by somebody who is not assigned to them: with a reason, to read, for sixty minutes. */
export class Opening {
  @Id({ says: 'Id' }) id!: string;
  @Id({ says: 'Person' }) participantId!: string;
  @Id({ says: 'Who opened' }) staffId!: string;
  @Text({ says: 'Name of the person who opened', max: 120 }) staffName!: string;
  @Text({ says: 'Why', min: 20, max: 500 }) reason!: string;
  @Instant({ says: 'Since' }) openedAt!: string;
  @Instant({ says: 'Until' }) expiresAt!: string;
  @Flag({ says: 'Whether it holds now' }) open!: boolean;
}

/** Whom to open, by exactly one of the two. There is no search by name. */
export class NewOpening {
  @Id({ says: 'Person, as in a link to them', optional: true, nullable: true }) participantId?: string | null;
  @Text({ says: 'Whole personnummer or samordningsnummer, with or without dash', max: 20, optional: true, nullable: true })
  identityNumber?: string | null;
  @Text({ says: 'Why it cannot wait, in twenty characters at least', min: 20, max: 500 }) reason!: string;
}

export class OpeningFilters {
  @Id({ says: 'Person', optional: true }) participantId?: string;
  @Id({ says: 'Who opened', optional: true }) staffId?: string;
  @Flag({ says: 'Whether it holds now', optional: true }) open?: boolean;
}
