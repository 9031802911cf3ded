import { Injectable } from '@nestjs/common';
import type { NewOpening, Opening, OpeningFilters } from '@stegvis/contracts/openings/opening';
import { invalidInput } from '@stegvis/contracts/problems/refusal';
import { type ListSpec, Records, type Shows, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';
import { ParticipantsService } from '../participants/index.js';

const openings: ListSpec = {
  rows: sqlBeside(import.meta.url, 'openings.sql'),
  sorts: { openedAt: 'plain', staffName: 'swedish' },
  order: { sort: 'openedAt', order: 'DESC' },
};
const whoWasOpened: Shows = { participants: 'select "participantId" from answer', fields: [] };

/**
 * What cannot wait for those who work with a person: somebody else of the organisation reads, with a reason, for an hour, and
 * the leaders of the site are told. Whoever is protected is answered as somebody who does not exist.
 */
@Injectable()
export class OpeningsService extends Records<Opening, OpeningFilters> {
  constructor(
    work: UnitOfWork,
    private readonly participants: ParticipantsService,
  ) {
    super(work, openings);
  }

  /**
   * Throws `not-found` for everybody whom the asker may not open, whatever the reason; `not-permitted` for who may open nobody;
   * `conflict` for a person whom the asker sees already.
   */
  open({ participantId, identityNumber, reason }: NewOpening): Promise<Opening> {
    if ((participantId ?? null) === null && !identityNumber) throw invalidInput('participantId', 'required');
    if (participantId && identityNumber) throw invalidInput('identityNumber', 'one-of-the-two');
    return this.work.transaction(async (manager) => {
      const organisations: { id: string }[] = await manager.query('select access.may_open_in() as id');
      const hashes = identityNumber
        ? await this.participants.hashesOf(
            identityNumber,
            organisations.map(({ id }) => id),
          )
        : [];
      const [{ id }] = await manager.query('select access.open_person($1, $2, $3) as id', [participantId ?? null, hashes, reason]);
      const [opened] = await this.work.read<Opening>({
        text: `select * from (${openings.rows}) as r where r.id = $1`,
        values: [id],
        shows: whoWasOpened,
      });
      return opened as Opening;
    });
  }
}
