/** The address of a list that shows exactly the rows of a filter, with the filter visible and changeable. */
export function listPath(resource: string, filter: object): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), page: '1' });
  return `/${resource}?${query}`;
}
