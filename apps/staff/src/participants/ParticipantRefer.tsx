import Alert from '@mui/material/Alert';
import type { Account } from '@stegvis/contracts/sign-in/sign-in';
import { DateInput, required, TextInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { today } from '../fields/dates';
import { RecordInput } from '../inputs/RecordInput';
import { CreatePage } from '../layout/CreatePage';
import { More } from '../layout/More';
import { Waiting } from '../layout/PlainPages';
import { useAccount } from '../useMay';
import { IdentityInputs } from './IdentityInputs';
import { Namesakes } from './Namesakes';
import { ContactInputs, LanguageInputs, NameInputs } from './PersonInputs';
import { PseudonymInput } from './PseudonymInput';

const nameless = { givenName: null, familyName: null, identityKind: 'none', identityNumber: null, phone: null, email: null, address: null };

/** A person without a number sends none, and who is counted and not named nothing that says who it is, whatever was typed before. */
function bodyOf(values: Record<string, unknown>): Record<string, unknown> {
  if (values.pseudonymous) return { ...values, ...nameless };
  return values.identityKind === 'none' ? { ...values, identityNumber: null } : values;
}

/** Referring a person makes the person and the first enrolment together. */
export function ParticipantRefer() {
  const account = useAccount();
  return account ? <Refer account={account} /> : <Waiting />;
}

function Refer({ account }: { account: Account }) {
  const t = useTranslate();
  const sites = [...new Set(account.roles.flatMap(({ siteId }) => siteId ?? []))];
  const start = {
    identityKind: 'personnummer',
    referredOn: today(),
    interpreter: false,
    pseudonymous: false,
    siteId: sites.length === 1 ? sites[0] : undefined,
  };
  return (
    <CreatePage
      resource="participants"
      title={t('participant.referTitle')}
      lead={t('participant.referLead')}
      defaultValues={start}
      redirect="show"
      bodyOf={bodyOf}
      save="participant.refer"
    >
      <PseudonymInput />
      <WhoItIs />
      <RecordInput source="siteId" reference="sites" needed />
      <TextInput source="referredBy" helperText="participant.referredByHint" />
      <DateInput source="referredOn" validate={required()} helperText={false} />
      <More label={t('participant.contactDetails')}>
        <LanguageInputs />
        <HowToReach />
      </More>
    </CreatePage>
  );
}

/** Of who is counted and not named only what figures need. */
function WhoItIs() {
  const pseudonymous = useWatch({ name: 'pseudonymous' }) as boolean;
  if (pseudonymous) return <IdentityInputs numbered={false} />;
  return (
    <>
      <NameInputs />
      <Known />
      <IdentityInputs />
    </>
  );
}

function HowToReach() {
  const pseudonymous = useWatch({ name: 'pseudonymous' }) as boolean;
  return !pseudonymous && <ContactInputs />;
}

/** Search first: whoever has the same name is shown before the person is made a second time. */
function Known() {
  const t = useTranslate();
  const [given, family] = useWatch({ name: ['givenName', 'familyName'] }) as [string | null, string | null];
  if (!given || !family || family.length < 2) return null;
  return (
    <Namesakes name={`${given} ${family}`}>
      {(links) => (
        <Alert severity="info" sx={{ mt: 1 }}>
          {t('participant.namesakes')} {links}
        </Alert>
      )}
    </Namesakes>
  );
}
