import {
  CLOCK_TRIGGERS,
  type DeadlineRule,
  type DurationUnit,
  MILESTONE_LABELS,
  MILESTONES,
  type Milestone,
  MOMENT_LABELS,
  PAUSE_LABELS,
} from '@huiyin/domain';
import { inLocale, type Locale, type Localized } from '@huiyin/shared';
import { Field, Int, ObjectType } from 'type-graphql';
import { domainEnum } from './enums.ts';
import { LocalDate } from './scalars.ts';

/** `faultReported` → `FAULT_REPORTED`. */
export function enumCodeOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function enumOfMoments<Name extends string>(options: {
  readonly name: string;
  readonly description: string;
  readonly codes: readonly Name[];
  readonly labels: Readonly<Record<Name, Localized>>;
}) {
  const { name, description, codes, labels } = options;
  return domainEnum({
    ...{ name, description },
    codes: codes.map(enumCodeOf),
    labels: Object.fromEntries(codes.map((code) => [enumCodeOf(code), labels[code]])),
  });
}

export const MomentEnum = enumOfMoments({
  name: 'ClockMoment',
  description: "A moment of a complaint's life that starts or ends a clock.",
  codes: CLOCK_TRIGGERS,
  labels: MOMENT_LABELS,
});
const MOMENTS = new Map(CLOCK_TRIGGERS.map((moment) => [enumCodeOf(moment), moment]));

/** The domain's moment of an enum value. */
export function momentOf(code: string): (typeof CLOCK_TRIGGERS)[number] | undefined {
  return MOMENTS.get(code);
}

export const MilestoneEnum = enumOfMoments({
  name: 'Milestone',
  description: 'A moment that nothing else records: somebody says that it came about.',
  codes: MILESTONES,
  labels: MILESTONE_LABELS,
});
const MILESTONE_OF = new Map(MILESTONES.map((milestone) => [enumCodeOf(milestone), milestone]));

/** The domain's milestone of an enum value. @throws for a code that is none */
export function milestoneOf(code: string): Milestone {
  const milestone = MILESTONE_OF.get(code);
  if (!milestone) throw new TypeError(`There is no milestone ${code}.`);
  return milestone;
}

export const DurationUnitEnum = domainEnum({
  name: 'DurationUnit',
  description: 'In what a limit is measured.',
  codes: ['HOURS', 'DAYS', 'WORKING_DAYS'],
  labels: {
    HOURS: { zh: '小时', en: 'Hours' },
    DAYS: { zh: '日', en: 'Calendar days' },
    WORKING_DAYS: { zh: '工作日', en: "Working days of the State Council's calendar" },
  },
});
export const UNITS: Readonly<Record<DurationUnit, keyof typeof DurationUnitEnum>> = {
  hours: 'HOURS',
  days: 'DAYS',
  workingDays: 'WORKING_DAYS',
};

export const RuleOriginEnum = domainEnum({
  name: 'DeadlineRuleOrigin',
  description: 'By what a limit binds.',
  codes: ['LAW', 'CONTRACT', 'LOCAL', 'ORGANIZATION'],
  labels: {
    LAW: { zh: '法律法规规章', en: 'A law, regulation or departmental rule' },
    CONTRACT: { zh: '合同', en: 'A contract of the organisation' },
    LOCAL: { zh: '地方规定', en: 'A local rule' },
    ORGANIZATION: { zh: '本单位承诺', en: "A promise of the organisation's own" },
  },
});

@ObjectType('DeadlineExtension', { description: 'How far a limit can be extended, once.' })
export class DeadlineExtensionType {
  @Field(() => Int, { description: 'How much.' })
  amount!: number;

  @Field(() => DurationUnitEnum, { description: 'In what.' })
  unit!: keyof typeof DurationUnitEnum;

  @Field(() => String, { description: "Whose approval it takes, in the caller's language." })
  approval!: string;
}

@ObjectType('DeadlineRule', {
  description: 'One version of one limit: from what until what, how long, and why.',
})
export class DeadlineRuleType {
  @Field(() => String, { description: 'Stable identifier of this version: `tourism.acceptance@2026-03-15`.' })
  code!: string;

  @Field(() => String, { description: 'Which clock it is a version of: `acceptance`, `mediation` …' })
  clock!: string;

  @Field(() => String, { description: "Name of the clock in the caller's language." })
  label!: string;

  @Field(() => MomentEnum, { description: 'What starts it.' })
  startsOn!: string;

  @Field(() => [MomentEnum], { description: 'What ends it, whichever comes first.' })
  endsOn!: string[];

  @Field(() => Int, { description: 'How long.' })
  amount!: number;

  @Field(() => DurationUnitEnum, { description: 'In what.' })
  unit!: keyof typeof DurationUnitEnum;

  @Field(() => [String], { description: "During what it stands still, in the caller's language." })
  pausesWhile!: string[];

  @Field(() => DeadlineExtensionType, {
    nullable: true,
    description: 'How far it can be extended; null: not.',
  })
  extension!: DeadlineExtensionType | null;

  @Field(() => RuleOriginEnum, { description: 'By what it binds.' })
  origin!: keyof typeof RuleOriginEnum;

  @Field(() => String, { description: "Regulation in which it stands, in the caller's language." })
  regulation!: string;

  @Field(() => String, { nullable: true, description: 'Article.' })
  article!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the text can be read.' })
  url!: string | null;

  @Field(() => LocalDate, { description: 'First day in force.' })
  effectiveFrom!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day in force; null while it is.' })
  effectiveTo!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the text was checked at its source, by us or by the organisation; show it when not.',
  })
  confirmed!: boolean;
}

/** A rule in one language. */
export function presentRule(rule: DeadlineRule, locale: Locale): DeadlineRuleType {
  const { basis, extension } = rule;
  return {
    code: rule.id,
    clock: rule.clock,
    label: inLocale(rule.label, locale),
    startsOn: enumCodeOf(rule.startsOn),
    endsOn: rule.endsOn.map(enumCodeOf),
    amount: rule.amount,
    unit: UNITS[rule.unit],
    pausesWhile: (rule.pausesWhile ?? []).map((reason) => inLocale(PAUSE_LABELS[reason], locale)),
    extension: extension
      ? {
          amount: extension.amount,
          unit: UNITS[extension.unit],
          approval: inLocale(extension.approval, locale),
        }
      : null,
    origin: rule.origin.toUpperCase() as keyof typeof RuleOriginEnum,
    regulation: inLocale(basis.regulation, locale),
    article: basis.article ? inLocale(basis.article, locale) : null,
    url: basis.url ?? null,
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo ?? null,
    confirmed: rule.confirmed,
  };
}
