/** The body of a verb that needs nothing more than its name: an empty object. */
export class Nothing {}
