import { type KeyboardEvent, useEffect, useId, useState } from 'react';

interface ListboxOf {
  count: number;
  /** The first option is the active one again when this changes. */
  about: string;
  onChoose: (index: number, deliberate: boolean) => void;
  onEscape: () => void;
}

/** Where each key goes, from an option of so many; before the first comes the last. */
const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/**
 * A text field whose options are chosen by keyboard while the focus stays in it: WAI-ARIA's combobox with a listbox. A choice is
 * deliberate when somebody moved to the option first.
 */
export function useListbox({ count, about, onChoose, onEscape }: ListboxOf) {
  const id = useId();
  const [moved, setMoved] = useState<{ about: string; to: number }>();
  const deliberate = moved?.about === about;
  const active = Math.min(deliberate ? moved.to : 0, count - 1);
  const optionId = (index: number) => `${id}option${index}`;

  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}option${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = moves[event.key];
    if (move && count > 0) setMoved({ about, to: move(active, count) });
    else if (event.key === 'Enter') onChoose(active, deliberate);
    else if (event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    active,
    field: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': count > 0 ? `${id}list` : undefined,
      'aria-activedescendant': count > 0 ? optionId(active) : undefined,
      'aria-autocomplete': 'list' as const,
      autoComplete: 'off',
      autoCapitalize: 'none',
      autoCorrect: 'off',
      spellCheck: false,
      onKeyDown,
    },
    list: { role: 'listbox', id: `${id}list` },
    option: (index: number) => ({
      role: 'option',
      id: optionId(index),
      'aria-selected': index === active,
      onMouseMove: () => setMoved({ about, to: index }),
      // The field keeps the focus.
      onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onClick: () => onChoose(index, true),
    }),
  };
}

export type Listbox = ReturnType<typeof useListbox>;
