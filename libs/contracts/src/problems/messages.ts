import type { Language } from '../staff/codes.js';

/** A sentence in each language. `{limit}` and `{allowed}` are filled in. */
type Sentence = Readonly<Record<Language, string>>;
const say = (sv: string, en: string): Sentence => ({ sv, en });

/** What each refusal says: what is wrong, and what to do. Keyed by the refusal's or the input fault's code. */
export const messages: Readonly<Record<string, Sentence>> = {
  'invalid-input': say(
    'Något är inte ifyllt som det ska. Se fälten och försök igen.',
    'Something is not filled in as it should be. Look at the fields and try again.',
  ),
  'not-an-object': say('Anropet ska innehålla ett JSON-objekt.', 'The request must hold a JSON object.'),
  'too-deep': say('Anropet har för många nivåer.', 'The request has too many levels.'),
  'not-signed-in': say(
    'Du är inte inloggad, eller så har du varit borta för länge. Logga in igen.',
    'You are not signed in, or you have been away for too long. Sign in again.',
  ),
  'wrong-password': say(
    'E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.',
    'The e-mail address and the password do not belong together. Check both and try again.',
  ),
  'too-many-tries': say(
    'För många försök. Vänta en stund, som mest en kvart, och försök igen.',
    'Too many tries. Wait a while, a quarter of an hour at most, and try again.',
  ),
  'too-many-pages': say(
    'Du har bläddrat genom väldigt mycket på kort tid. Det går att fortsätta om {limit} sekunder, och det du har skrivit finns kvar.',
    'You have leafed through very much in a short time. You can go on in {limit} seconds, and what you have typed is still there.',
  ),
  busy: say(
    'Många loggar in just nu. Vänta några sekunder och försök igen.',
    'Many people are signing in right now. Wait a few seconds and try again.',
  ),
  'wrong-current-password': say('Det är inte ditt nuvarande lösenord.', 'That is not your current password.'),
  'second-factor-needed': say('Skriv koden från din app för att fortsätta.', 'Write the code from your app to go on.'),
  'second-factor-to-be-set-up': say(
    'Din roll kräver tvåstegsinloggning. Ställ in den för att fortsätta.',
    'Your role needs a second factor. Set it up to go on.',
  ),
  'second-factor-is-on': say('Tvåstegsinloggningen är redan på.', 'The second factor is on already.'),
  'second-factor-is-off': say('Tvåstegsinloggningen är inte på.', 'The second factor is not on.'),
  'second-factor-must-stay': say('Din roll kräver tvåstegsinloggning.', 'Your role needs the second factor.'),
  'wrong-code': say(
    'Koden stämmer inte eller är redan använd. Vänta på nästa kod i appen och försök igen.',
    'The code is not right, or has been used. Wait for the next one in the app and try again.',
  ),
  'sign-in-begins-anew': say('Det tog för lång tid. Logga in från början.', 'That took too long. Sign in from the beginning.'),
  'step-up-needed': say('Visa att det är du innan det här görs.', 'Show that it is you before this is done.'),
  'easy-to-guess': say(
    'Lösenordet är lätt att gissa: det finns bland dem som prövas först, eller upprepar sig. Ta hellre några ord som inte hör ihop.',
    'The password is easy to guess: it is among those that are tried first, or repeats itself. Rather take a few words that do not belong together.',
  ),
  'own-words-only': say(
    'Lösenordet är mest ditt namn, din adress eller ord som hör till arbetet. Lägg till ord som ingen annan skulle pröva.',
    'The password is mostly your name, your address or words of the work. Add words that nobody else would try.',
  ),
  'link-used-or-old': say(
    'Länken är redan använd eller för gammal. Be administratören om en ny.',
    'The link has been used or is too old. Ask the administrator for a new one.',
  ),
  'not-permitted': say('Din roll får inte göra detta.', 'Your role may not do this.'),
  'other-site': say('Anropet kom från en annan webbplats och utfördes inte.', 'The request came from another website and was not carried out.'),
  'not-found': say('Det finns inget här, eller inget som du har rätt att se.', 'There is nothing here, or nothing that you may see.'),
  'changed-meanwhile': say(
    'Någon annan har ändrat det här sedan du öppnade det. Läs in det på nytt och gör om din ändring.',
    'Somebody else has changed this since you opened it. Load it again and make your change anew.',
  ),
  'version-needed': say(
    'Ändringen säger inte vilken version den utgår från (If-Match eller version).',
    'The change does not say which version it was made from (If-Match or version).',
  ),
  'not-from-this-status': say(
    'Det går inte längre: läget har ändrats. Läs in sidan på nytt.',
    'That is no longer possible: things have changed. Load the page again.',
  ),
  'page-too-deep': say('Så långt ner går listan inte. Filtrera i stället.', 'The list does not go that deep. Use filters instead.'),
  'sort-unknown': say('Listan kan inte sorteras så.', 'The list cannot be sorted like that.'),
  'too-large': say('Det du skickade är för stort.', 'What you sent is too large.'),
  'not-json': say('Anropet ska vara JSON (Content-Type: application/json).', 'The request must be JSON (Content-Type: application/json).'),
  'broken-json': say('Anropet är inte giltig JSON.', 'The request is not valid JSON.'),
  'already-there': say('Det finns redan.', 'It is there already.'),
  'not-possible': say('Det går inte ihop med det som redan är registrerat.', 'It does not fit with what is registered already.'),
  unavailable: say(
    'Tjänsten är upptagen eller startar om. Försök igen om en stund; inget är sparat.',
    'The service is busy or restarting. Try again in a moment; nothing was saved.',
  ),
  'went-wrong': say(
    'Något gick fel hos oss och inget sparades. Försök igen, och berätta för administratören om det inte hjälper.',
    'Something went wrong on our side and nothing was saved. Try again, and tell the administrator if that does not help.',
  ),

  required: say('Fyll i det här fältet.', 'Fill in this field.'),
  'wrong-type': say('Värdet har fel form.', 'The value has the wrong form.'),
  'too-short': say('Minst {limit} tecken.', 'At least {limit} characters.'),
  'too-long': say('Högst {limit} tecken.', 'At most {limit} characters.'),
  'not-a-date': say('Skriv ett datum som finns, som 2026-03-31.', 'Write a date that exists, like 2026-03-31.'),
  'not-an-instant': say('Skriv en tidpunkt som finns, med tidszon.', 'Write a point in time that exists, with its time zone.'),
  'not-a-code': say('Välj ett av: {allowed}.', 'Choose one of: {allowed}.'),
  'out-of-range': say('Värdet ligger utanför det tillåtna (gräns {limit}).', 'The value lies outside what is allowed (limit {limit}).'),
  'not-an-id': say('Välj ur listan.', 'Choose from the list.'),
  'unreadable-text': say(
    'Texten innehåller tecken som inte kan läsas. Skriv om den.',
    'The text holds characters that cannot be read. Write it again.',
  ),
  'too-many': say('Högst {limit}.', 'At most {limit}.'),
  'unknown-field': say('Fältet finns inte.', 'There is no such field.'),
  'outside-project': say('Dagen ligger utanför projektets tid.', "The day lies outside the project's period."),
  'outside-enrolment': say('Dagen ligger utanför inskrivningen.', 'The day lies outside the enrolment.'),
  'ends-before-start': say('Slutet ligger före starten.', 'The end lies before the start.'),
  'person-known': say(
    'Personen finns redan hos er. Öppna den posten i stället.',
    'The person is already registered with you. Open that record instead.',
  ),
  'no-place-stored': say(
    'Personen har skyddade personuppgifter. Varken adress eller kommun sparas. Töm fältet.',
    'The person has protected personal data. Neither address nor municipality is stored. Empty the field.',
  ),
  'cannot-see-the-person': say(
    'Den som utses måste arbeta med personen i dag. Lägg till hen som coach först.',
    'Whoever is named must work with the person today. Make them a coach of the person first.',
  ),
  'three-named-at-most': say('Högst tre utses, du själv inräknad.', 'At most three are named, yourself included.'),
  'named-too-long': say('Högst 90 dagar framåt. Det går att förlänga senare.', 'At most 90 days ahead. It can be prolonged later.'),
  'day-has-passed': say('Dagen har redan varit. Välj i dag eller senare.', 'That day has passed. Choose today or later.'),
  'not-protected': say('Personen har inte skyddade personuppgifter längre.', 'The person is not protected any more.'),
  'lift-not-asked-for': say(
    'Ingen har bett om att häva skyddet de senaste två veckorna. Den ena ber, den andra bekräftar.',
    'Nobody has asked to lift the protection in the last two weeks. One asks, another confirms.',
  ),
  'another-confirms': say(
    'Du har själv bett om det. Någon annan av de utsedda behöver bekräfta.',
    'You asked for it yourself. Another of those named has to confirm.',
  ),
  'pseudonym-has-no-contact': say(
    'Den som räknas utan namn har varken nummer, telefon, e-post eller adress här. Töm fälten.',
    'Who is counted and not named has no number, telephone, e-mail or address here. Empty the fields.',
  ),
  'pseudonym-stays': say(
    'Pseudonymen står kvar tills personen har samtyckt till att vara med under sitt namn.',
    'The pseudonym stays until the person has consented to being named.',
  ),
  'enrolment-open': say('Personen har redan en pågående inskrivning i projektet.', 'The person already has an open enrolment in the project.'),
  'enrolment-overlaps': say(
    'Personen var redan inskriven i projektet under den tiden.',
    'The person was already enrolled in the project during that time.',
  ),
  'main-stage-taken': say('En annan fas är huvudfas under den tiden.', 'Another stage is the main one during that time.'),
  'stage-overlaps': say('Samma fas pågår redan under den tiden.', 'The same stage is already going on during that time.'),
  'no-participants': say('En förstudie har inga deltagare.', 'A pre-study has no participants.'),
  'email-taken': say('Adressen används redan av ett annat konto.', 'The address is already used by another account.'),
  'number-taken': say('Numret används redan.', 'The number is already used.'),
  'name-taken': say('Namnet används redan.', 'The name is already used.'),
  'another-administrator': say(
    'Den som gav rollen kan inte bekräfta den. Be en annan administratör.',
    'Whoever gave the role cannot confirm it. Ask another administrator.',
  ),
  'role-waits': say(
    'Rollen väntar på att en annan administratör bekräftar den, och ändras inte medan den väntar.',
    'The role waits for another administrator to confirm it, and is not changed while it waits.',
  ),
  'role-decided': say('Någon har redan bekräftat eller avslagit rollen.', 'Somebody has confirmed or refused the role already.'),
  'widening-takes-two': say(
    'Den här rollen kan avslutas tidigare av en person, men inte gälla längre eller öppna mer. Ge rollen på nytt, så bekräftar en annan administratör.',
    'One person can end this role sooner, but not make it last longer or open more. Give the role anew, and another administrator confirms it.',
  ),
  'unknown-reference': say('Det som valts finns inte.', 'What was chosen does not exist.'),
  'period-outside-project': say('Perioden ligger helt utanför projektets tid.', "The period lies wholly outside the project's."),
  'period-not-over': say(
    'Perioden är inte slut än, så rapporten kan inte lämnas in. Gör en ny när den är det.',
    'The period is not over yet, so the report cannot be submitted. Make a new one when it is.',
  ),
  'snoozed-into-the-past': say('Dagen har redan varit. Välj i dag eller senare.', 'That day has passed. Choose today or later.'),
  'snoozed-too-far': say('Påminnelsen kan döljas i högst 60 dagar.', 'A reminder can be hidden for at most 60 days.'),
  'not-an-identity-number': say('Skriv personnumret som ÅÅÅÅMMDD-NNNN.', 'Write the number as YYYYMMDD-NNNN.'),
  'wrong-check-digit': say('Kontrollsiffran stämmer inte. Läs numret en gång till.', 'The check digit is wrong. Read the number once more.'),
  'impossible-date': say('Numret har ett datum som inte finns.', 'The number holds a date that does not exist.'),
  'future-date': say('Dagen har inte varit än.', 'That day has not come yet.'),
  'number-not-expected': say('Ta bort numret, eller välj vilket slags nummer det är.', 'Take the number away, or choose what kind of number it is.'),
  'other-kind-of-number': say('Numret är av ett annat slag.', 'The number is of another kind.'),
  'not-your-site': say('Där arbetar du inte. Välj en av dina egna platser.', 'You do not work there. Choose one of your own sites.'),
  'other-organisation': say(
    'Platsen hör till en annan organisation. Där behöver personen registreras för sig.',
    'The site belongs to another organisation. The person has to be registered there separately.',
  ),
  'no-coach-there': say('Personen är inte coach på den platsen i dag.', 'That person is no coach at the site today.'),
  'only-after-exit': say('Det fylls i när deltagaren har lämnat projektet.', 'This is filled in when the participant has left the project.'),
  'a-stage-starts-later': say('En fas börjar efter den dagen. Ändra den först.', 'A stage starts after that day. Change it first.'),
  'met-later': say(
    'Deltagaren var på ett möte efter den dagen. Välj den dagen eller senare.',
    'The participant was at a meeting after that day. Choose that day or later.',
  ),
  'not-under-way': say('Inskrivningen pågår inte.', 'The enrolment is not under way.'),
  'named-twice': say('Deltagaren är med två gånger.', 'The participant is there twice.'),
  'at-another-site': say(
    'Deltagaren hör till en annan plats. Håll ett möte för varje plats.',
    'The participant belongs to another site. Log one meeting for each site.',
  ),
  'not-at-this-meeting': say('Deltagaren är inte med på mötet.', 'The participant is not at this meeting.'),
  'in-the-future': say('Mötet har inte varit än. Planera det i stället.', 'The meeting has not been yet. Plan it instead.'),
  'meeting-not-begun': say('Mötet har inte börjat än.', 'The meeting has not begun yet.'),
  'leads-no-project-there': say('Personen leder inte det projektet i dag.', 'That person does not lead the project today.'),
  'coaches-not-there': say('Personen är inte coach på den orten i dag.', 'That person does not coach at the site today.'),
  'ninety-days-at-most': say(
    'Högst 90 dagar. Är coachen borta längre behöver deltagarna en ny coach, eller en ny period.',
    'Ninety days at most. If the coach is away for longer, the participants need another coach, or a new period.',
  ),
  'somebody-else': say('Välj någon annan än den som är borta.', 'Choose somebody else than the one who is away.'),
  'stands-in-already': say(
    'Personen ersätter redan samma coach under någon av de dagarna. Avsluta den perioden först.',
    'That person stands in for the same coach on some of those days already. End that period first.',
  ),
  'for-coaches-only': say(
    'Det gäller bara coacher. Den som leder en ort får det ändå.',
    'That is for coaches only. Whoever leads a site may anyhow.',
  ),
  'seen-already': say('Du ser redan den personen.', 'You see that person already.'),
  'enough-exports-today': say(
    'Du har tagit ut tio listor i dag, och fler går inte. Försök igen i morgon.',
    'You have taken out ten lists today, and that is the limit. Try again tomorrow.',
  ),
  'too-many-to-export': say(
    'Listan har fler än 10 000 rader. Filtrera den så att bara de som behövs är kvar.',
    'The list has more than 10,000 rows. Filter it until only those are left that are needed.',
  ),
  'people-changed': say(
    'Filen gäller personer som du inte längre ser, och är därför borttagen. Ta ut listan på nytt.',
    'The file shows people whom you no longer see, and has been removed. Take the list out anew.',
  ),
  'one-of-the-two': say('Ange antingen personen eller numret.', 'Give either the person or the number.'),
  'a-year-at-most': say('Välj en dag inom ett år.', 'Choose a day within a year.'),
  'not-yours-to-review': say(
    'Välj en plats som du leder, eller en organisation som du granskar.',
    'Choose a site that you lead, or an organisation that you audit.',
  ),
  'review-open': say(
    'En granskning av den månaden pågår redan. Öppna den i stället.',
    'A review of that month is under way already. Open that one instead.',
  ),
  'review-is-signed': say('Granskningen är undertecknad och ändras inte mer.', 'The review is signed and does not change any more.'),
  'review-not-finished': say(
    'Allt är inte bedömt än. Gå igenom det som är kvar, och underteckna sedan.',
    'Not everything is marked yet. Go through what is left, and sign then.',
  ),
  'wrong-scope': say(
    'Rollen behöver projekt, arbetsplats eller organisation enligt sin art.',
    'The role needs a project, a site or an organisation, according to its kind.',
  ),
};

/** The sentence for a code, with its limits filled in; unknown codes fall back to the general one. */
export function sentence(code: string, language: Language, fill: { limit?: number; allowed?: readonly string[] } = {}): string {
  const found = messages[code] ?? (messages['invalid-input'] as Sentence);
  return found[language].replace('{limit}', String(fill.limit ?? '')).replace('{allowed}', (fill.allowed ?? []).join(', '));
}
