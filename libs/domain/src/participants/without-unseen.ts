interface VoluntaryAnswers {
  disability?: unknown;
  minority?: unknown;
  housingExclusion?: unknown;
}

/** The row as the asker may see it: answers to voluntary questions whose row the database hides (null) are absent, not unknown. */
export function withoutUnseen<Row extends VoluntaryAnswers>(row: Row): Row {
  if (row.disability !== null) return row;
  const { disability: _1, minority: _2, housingExclusion: _3, ...seen } = row;
  return seen as Row;
}
