/** Files that import each other in a circle. */

/**
 * @param {Map<string, string[]>} graph from a file to those that it imports
 * @returns {string[][]} one circle for each knot of files, written from its first file back to it
 */
export function findCycles(graph) {
  /** @type {string[][]} */
  const cycles = [];
  /** @type {Set<string>} */
  const done = new Set();

  /** @param {string} file @param {string[]} path the files on the way here */
  function visit(file, path) {
    const at = path.indexOf(file);
    if (at >= 0) cycles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  }

  for (const file of [...graph.keys()].sort()) visit(file, []);
  return cycles;
}
