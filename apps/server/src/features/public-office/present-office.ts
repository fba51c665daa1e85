import { type LocalDate, localDateOf } from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import type { Office } from '../../casework/office.ts';
import { formOf } from './public-form.ts';
import type { PublicOffice } from './public-offices.ts';
import { limitOf } from './public-words.ts';

/** The page as it stands: the office's own words where it has any, its sector's elsewhere. */
export function pageOf({ sector, publicPage }: Office) {
  const { introduction, handles, elsewhere, procedure, duties, commitments } = sector.publicPage;
  return { introduction, handles, elsewhere, procedure, duties, commitments, ...publicPage };
}

/** An office for the public, in one language. */
export function presentOffice({ slug, office }: PublicOffice, locale: Locale) {
  const page = pageOf(office);
  const say = (text: Localized): string => inLocale(text, locale);
  const sayAll = (texts: readonly Localized[] = []): string[] => texts.map(say);
  return {
    slug,
    name: locale === 'en' ? office.nameEn : office.name,
    sector: { code: office.sector.code, label: say(office.sector.label) },
    introduction: say(page.introduction),
    handles: sayAll(page.handles),
    elsewhere: sayAll(page.elsewhere),
    procedure: sayAll(page.procedure),
    duties: sayAll(page.duties),
    commitments: sayAll(page.commitments),
    limits: limitsOf(office, locale),
    legalBases: sayAll(page.legalBases),
    phone: page.phone ?? null,
    hours: page.hours ? say(page.hours) : null,
    address: page.address ? say(page.address) : null,
    takesComplaints: page.takesComplaints !== false,
    reopenWithinDays: office.settings.reopenWithinDays,
    form: formOf(office.sector, { locale, today: todayIn(office) }),
  };
}

function todayIn({ calendar }: Office): LocalDate {
  return localDateOf(new Date().toISOString(), calendar.timeZone);
}

/** The rules in force today, each with where it stands written. */
function limitsOf(office: Office, locale: Locale) {
  const { sector, settings } = office;
  const today = todayIn(office);
  const inForce = [...sector.clocks, ...settings.ownRules].filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= today && (effectiveTo === undefined || today <= effectiveTo),
  );
  return inForce.map((rule) => {
    const { regulation, article, url = null } = rule.basis;
    return {
      what: inLocale(rule.label, locale),
      within: inLocale(limitOf(rule), locale),
      basis: [regulation, article].flatMap((text) => (text ? [inLocale(text, locale)] : [])).join(' '),
      url,
    };
  });
}

/** The page for whoever words it. */
export function presentPage(office: Office, slug: string) {
  const page = pageOf(office);
  const both = (texts: readonly Localized[] = []): Localized[] => [...texts];
  return {
    slug,
    phone: page.phone ?? null,
    hours: page.hours ?? null,
    address: page.address ?? null,
    introduction: page.introduction,
    handles: both(page.handles),
    elsewhere: both(page.elsewhere),
    procedure: both(page.procedure),
    duties: both(page.duties),
    commitments: both(page.commitments),
    legalBases: both(page.legalBases),
    showsStaffNames: page.showsStaffNames === true,
    takesComplaints: page.takesComplaints !== false,
    offersOpen311: page.offersOpen311 === true,
    takesMail: page.takesMail === true,
    writesLetters: page.writesLetters === true,
    own: Object.keys(office.publicPage),
  };
}
