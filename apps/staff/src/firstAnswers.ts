declare global {
  interface Window {
    /** What `index.html` asked for before this program was here, by path. */
    firstAnswers?: Map<string, Promise<Response>>;
  }
}

/** After this many milliseconds of the page's life an answer is no longer news. */
const fresh = 10_000;

/** The answer that is already on its way, once; nothing when there is none, it is old, or it cannot be used. */
export async function takeFirstAnswer(url: string): Promise<Response | undefined> {
  const asked = window.firstAnswers?.get(url);
  window.firstAnswers?.delete(url);
  if (!asked || performance.now() > fresh) return undefined;
  const answer = await asked.catch(() => undefined);
  // A refusal is asked for anew, in the reader's language; that nobody is signed in needs no words.
  return answer?.ok || answer?.status === 401 ? answer : undefined;
}
