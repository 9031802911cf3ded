import { Injectable } from '@nestjs/common';
import { mostFound, readSearch } from '@stegvis/contracts/search/reading';
import type { Found, Search } from '@stegvis/contracts/search/search';
import { type Shows, type Statement, sqlBeside, UnitOfWork } from '@stegvis/platform/postgres';

const searchSql = sqlBeside(import.meta.url, 'search.sql');
const found: Shows = {
  participants: `select (shown ->> 'id')::uuid from answer, json_array_elements(answer.people) as shown union
    select (shown ->> 'participantId')::uuid from answer, json_array_elements(answer.meetings) as meeting, json_array_elements(meeting -> 'participants') as shown`,
  fields: ['name', 'enrolment', 'meetings'],
};
/** Notes that somebody searched by what cannot be found here. */
const inVain: Statement = { text: 'select where false', shows: { fields: [] }, criteria: ['q'] };
const nobody: Found = { people: [], meetings: [] };

/** The most words that are compared; who types more has said enough with the first. */
const mostWords = 10;

/** Finds people and meetings by what a person types. */
@Injectable()
export class SearchService {
  constructor(private readonly work: UnitOfWork) {}

  /**
   * The best matches among what the asker may see, in one statement. Nothing for an identity number (it has a search of its
   * own, `participants.find`) and for a text in which there is neither a word nor a day.
   */
  async find({ q, limit = mostFound }: Search): Promise<Found> {
    const { number, words, bornOn, day } = readSearch(q);
    if (number !== null || (words.length === 0 && bornOn.length === 0 && day === null)) {
      await this.work.read(inVain);
      return nobody;
    }
    const [date, daysFromToday] = typeof day === 'number' ? [null, day] : [day, null];
    const [answer] = await this.work.read<Found>({
      text: searchSql,
      values: [words.slice(0, mostWords), bornOn, date, daysFromToday, limit],
      shows: found,
      criteria: ['q'],
    });
    return answer as Found;
  }
}
