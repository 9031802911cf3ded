import { Code } from '../fields/kinds.js';

export class Health {
  @Code(['ok'], { says: 'Answered by status 503 when it is not' }) status!: 'ok';
}
