import { columnTexts, rowTexts, sectionTexts, type Text } from '@stegvis/contracts/report-runs/texts';
import type { Language } from '@stegvis/contracts/staff/codes';
import type { CodeNames } from './codes';

/** The report's words, which stand in the contract so that screens and files say the same. */
export function reportCodes(language: Language): Pick<CodeNames, 'reportSection' | 'reportRow' | 'reportColumn'> {
  const named = <Code extends string>(texts: Readonly<Record<Code, Text>>) =>
    Object.fromEntries(Object.entries<Text>(texts).map(([code, text]) => [code, text[language]])) as Record<Code, string>;
  return {
    reportSection: named(sectionTexts),
    // The three sections by age have the same rows.
    reportRow: {
      ...named(rowTexts.participants),
      ...named(rowTexts['entered-by-age']),
      ...named(rowTexts['active-by-stage']),
      ...named(rowTexts['results-at-exit']),
    },
    reportColumn: named(columnTexts),
  };
}
