import Link from '@mui/material/Link';
import { unreadableNumber } from '@stegvis/contracts/participants/codes';
import type { EnrolmentOnPage, ParticipantPage } from '@stegvis/contracts/participants/page';
import { useLocale, useTranslate } from 'react-admin';
import { DateText } from '../fields/DateText';
import { FieldList } from '../fields/FieldList';
import { Section } from '../layout/Section';
import { languageName } from './languageName';

export function AboutPerson({ page, enrolment }: { page: ParticipantPage; enrolment: EnrolmentOnPage }) {
  const t = useTranslate();
  const locale = useLocale() ?? 'sv';
  const { participant: person } = page;
  const field = (name: string) => t(`resources.participants.fields.${name}`);
  const number = person.identityNumberMasked === unreadableNumber ? t('participant.unreadableNumber') : (person.identityNumberMasked ?? '–');
  const language = person.language ? languageName(locale, person.language) : '–';
  return (
    <Section title={t('participant.about')}>
      <FieldList
        stacked
        rows={[
          ...(person.pseudonymous
            ? [{ label: field('name'), value: t('participant.pseudonymousText') }]
            : [{ label: t(`codes.identityKind.${person.identityKind}`), value: number }]),
          { label: field('dateOfBirth'), value: <DateText value={person.dateOfBirth} /> },
          { label: field('gender'), value: t(`codes.gender.${person.gender}`) },
          { label: field('language'), value: person.interpreter ? `${language} (${t('participant.withInterpreter')})` : language },
          ...(person.pseudonymous
            ? []
            : [
                { label: field('phone'), value: person.phone ? <Link href={`tel:${person.phone}`}>{person.phone}</Link> : '–' },
                { label: field('email'), value: person.email ? <Link href={`mailto:${person.email}`}>{person.email}</Link> : '–' },
              ]),
          ...(person.pseudonymous || person.protection !== 'none' ? [] : [{ label: field('address'), value: person.address ?? '–' }]),
          { label: t('resources.enrolments.fields.referredBy'), value: enrolment.referredBy ?? '–' },
          { label: t('participant.controller'), value: page.organisationName },
        ]}
      />
    </Section>
  );
}
