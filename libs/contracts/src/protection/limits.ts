/** How many are named for a protected person, who decides included. */
export const mostNamed = 3;
/** How many days a naming lasts at most, from the day of the decision. */
export const namedForDays = 90;
