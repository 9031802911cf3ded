import { type ComponentType, lazy } from 'react';

const failed = new Set<() => void>();

/** Lets every part that could not be fetched be fetched anew. */
export function forgetFailures(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/** A part of the program that is fetched when it is first shown. React would remember a failed attempt for good. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part = attempt(false);
  function attempt(again: boolean) {
    return lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        failed.add(() => {
          Part = attempt(true);
        });
        // A browser may remember for as long as the page lives that a file could not be fetched: the page is read anew.
        if (again) location.reload();
        throw error;
      }
    });
  }
  return function Later(props: Props) {
    const Fetched = Part;
    return <Fetched {...props} />;
  };
}
