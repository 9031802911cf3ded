import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Found, Search } from '@stegvis/contracts/search/search';
import { SearchService } from '@stegvis/domain/search';
import { Allow } from '../auth/allow.js';
import { RespondsWith } from '../responses/responds-with.js';

/**
 * Searching is a POST although it changes nothing: what is searched for is a person's name, and addresses are written down by
 * proxies, browsers and measurements, bodies by nobody.
 */
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  @Post()
  @HttpCode(200)
  @Allow('search.read')
  @RespondsWith(Found)
  find(@Body() search: Search) {
    return this.search.find(search);
  }
}
