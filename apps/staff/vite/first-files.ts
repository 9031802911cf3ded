import type { Plugin, Rolldown } from 'vite';

/** The modules that are needed at once, by the name that `index.html` asks for them: by everybody, and by who is signed in. */
const modules: Record<string, string> = {
  program: 'src/program.tsx',
  day: 'src/layout/Layout.tsx',
  sv: 'src/i18n/sv/index.ts',
  en: 'src/i18n/en/index.ts',
};

/** The files of a module: its own, and those that this one imports, as far down as it goes. */
function filesOf(module: string, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const first = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)));
  if (!first) throw new Error(`No file of the build has ${module}`);
  const found = new Set([first.fileName]);
  // The set grows while it is walked.
  for (const name of found) for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) found.add(next);
  return [...found];
}

/** Tells the served page which files it can ask for before the program asks. */
export function firstFiles(): Plugin {
  return {
    name: 'first-files',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
        const already = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports]));
        const files = Object.entries(bundle ? modules : {}).map(([name, module]) => [
          name,
          filesOf(module, chunks)
            .filter((file) => !already.has(file))
            .map((file) => `/${file}`),
        ]);
        return html.replace('__FIRST_FILES__', JSON.stringify(Object.fromEntries(files)));
      },
    },
  };
}
