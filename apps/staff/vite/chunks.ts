/**
 * What travels together. A file of a few hundred bytes costs a phone a whole round trip, so there are few: React, the program that every
 * visitor needs (two files, so that the browser can breathe between them), and what is opened all day by those who are signed in.
 * The other pages come one by one.
 */
export const groups = [
  { name: 'react', tags: ['$initial' as const], priority: 3 },
  { name: 'program', test: /src\/program\.tsx$/, priority: 2 },
  { name: 'day', test: /src\/(layout\/Layout\.tsx|my-day\/index\.ts|participants\/ParticipantPage\.tsx)$/, priority: 1 },
];
