import { mostFound, readSearch, type SearchReading, shortestSearch } from '@stegvis/contracts/search/reading';
import type { Found } from '@stegvis/contracts/search/search';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { StegvisProvider } from '../dataProvider';
import { useMay } from '../useMay';

/** How long somebody pauses who has typed what they meant, in milliseconds. */
const pause = 150;

export interface SearchState {
  /** What is shown is for this text; empty: nothing has been searched for yet. */
  text: string;
  reading: SearchReading;
  found: Found | undefined;
  /** An answer for what was typed last is still to come. */
  pending: boolean;
  failed: boolean;
  tryAgain: () => void;
}

interface Answer {
  text: string;
  found: Found;
}

/** Whether one text is the other with something more typed: results of the one then give way to those of the other without a gap. */
const goesOn = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

/**
 * What a search finds for the text as it is typed. The server is asked once the typing pauses; an earlier question is given up when
 * a later one is asked, and an answer is only ever shown for its own text. An identity number is not sent anywhere.
 */
export function useSearch(input: string): SearchState {
  const may = useMay();
  const provider = useDataProvider<StegvisProvider>();
  const typed = input.trim();
  const paused = usePaused(typed);
  const asks = may('participants.read') && typed.length >= shortestSearch && readSearch(typed).number === null;
  const query = useQuery<Answer>({
    queryKey: ['search', paused],
    queryFn: async ({ signal }) => ({ text: paused, found: await provider.ask<Found>('search', { q: paused, limit: mostFound }, signal) }),
    enabled: asks && paused === typed,
    placeholderData: (previous) => (previous && goesOn(previous.text, typed) ? previous : undefined),
    // Nothing about people stays behind once the palette is closed.
    gcTime: 0,
    retry: 1,
    retryDelay: pause,
  });
  const failed = asks && paused === typed && query.isError;
  const answer = asks && !failed ? query.data : undefined;
  const text = !asks || failed ? typed : (answer?.text ?? '');
  return {
    text,
    reading: readSearch(text),
    found: answer?.found,
    pending: text !== typed,
    failed,
    tryAgain: () => void query.refetch(),
  };
}

/** The text once it has been the same for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
