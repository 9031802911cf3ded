/**
 * Our sources name their neighbours as the build will know them (`./meetings.js`); before the build only `meetings.ts`
 * is there. Packages in node_modules mean what they say and are left alone.
 */
const { sep } = require('node:path');

const installed = `${sep}node_modules${sep}`;
const sources = { '.js': ['.ts', '.tsx'], '.jsx': ['.tsx'] };

module.exports = function resolve(request, options) {
  const ours = /^\.{1,2}\//.test(request) && !options.basedir.includes(installed);
  const [, stem, extension] = /^(.*)(\.jsx?)$/.exec(request) ?? [];
  if (ours && extension) {
    for (const source of sources[extension]) {
      try {
        return options.defaultResolver(stem + source, options);
      } catch {
        // Not written in TypeScript: the name means what it says.
      }
    }
  }
  return options.defaultResolver(request, options);
};
