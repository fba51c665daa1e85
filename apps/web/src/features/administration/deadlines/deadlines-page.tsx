import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Checkbox, Flex, Tag } from 'antd';
import { useState } from 'react';
import { momentText } from '../../../app/moments.ts';
import { Failure, Loading } from '../../../app/states.tsx';
import type { OfficeRuleFragment } from '../generated/rules.ts';
import { DeadlineRuleEndPromiseDocument, OfficeRulesDocument } from '../generated/rules.ts';
import { PageFrame } from '../page-frame.tsx';
import { useSave } from '../use-save.tsx';
import { useAdministrationWords } from '../words.ts';
import { CorrectForm, PromiseForm } from './rule-forms.tsx';

/** Every limit by which clocks run here: where it stands written, whether it was checked, and what is promised beyond. */
export function DeadlinesPage() {
  const { word } = useAdministrationWords();
  const { data, error, refetch } = useQuery(OfficeRulesDocument);
  const [all, setAll] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const inForce = ({ rule: { effectiveFrom, effectiveTo } }: OfficeRuleFragment) =>
    effectiveFrom <= today && (effectiveTo === null || today <= effectiveTo);
  const shown = data.organization.rules
    .filter((each) => all || inForce(each))
    .toSorted((a, b) => a.rule.clock.localeCompare(b.rule.clock));
  return (
    <PageFrame title="admin.page.deadlines" intro="deadlines.intro">
      <Checkbox checked={all} onChange={({ target }) => setAll(target.checked)}>
        {word('deadlines.all')}
      </Checkbox>
      <ul className="admin-rows">
        {shown.map((each) => (
          <li key={each.rule.code}>
            <RuleRow rule={each} holds={inForce(each)} />
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function RuleRow({ rule: each, holds }: { rule: OfficeRuleFragment; holds: boolean }) {
  const { word, locale } = useAdministrationWords();
  const [open, setOpen] = useState<'correct' | 'promise'>();
  const { rule, correctable, correction } = each;
  const { label, amount, unit, regulation, article, url, confirmed, effectiveFrom, effectiveTo } = rule;
  const own = rule.origin === 'ORGANIZATION';
  const basis = [regulation, article].filter(Boolean).join(' ');
  const close = () => setOpen(undefined);
  return (
    <>
      <div className="admin-row">
        <div {...(holds ? {} : { className: 'admin-off' })}>
          <strong>{label}</strong> {word('deadlines.limit', { amount, unit: word(`deadlines.unit.${unit}`) })}{' '}
          {own && <Tag color="processing">{word('deadlines.tighter')}</Tag>}
          {!own && (
            <Tag color={confirmed ? 'success' : 'warning'}>
              {word(confirmed ? 'deadlines.confirmed' : 'deadlines.unconfirmed')}
            </Tag>
          )}
          <div className="quiet">
            {url ? <a href={url}>{basis}</a> : basis}
            {locale === 'en' ? ', ' : '，'}
            {effectiveTo
              ? word('deadlines.span', { from: effectiveFrom, to: effectiveTo })
              : word('deadlines.from', { from: effectiveFrom })}
          </div>
          {correction && (
            <div className="quiet">
              {word('deadlines.foundBy', {
                ...{ name: correction.by?.name ?? '', source: correction.source },
                at: momentText(correction.at, locale),
              })}
            </div>
          )}
        </div>
        <Flex gap={8} wrap>
          {correctable && (
            <Button
              size="small"
              aria-label={word('deadlines.correctOf', { name: label })}
              onClick={() => setOpen('correct')}
            >
              {word('deadlines.correct')}
            </Button>
          )}
          {!own && holds && (
            <Button
              size="small"
              aria-label={word('deadlines.promiseOf', { name: label })}
              onClick={() => setOpen('promise')}
            >
              {word('deadlines.promise')}
            </Button>
          )}
          {own && holds && <EndPromise code={rule.code} name={regulation} />}
        </Flex>
      </div>
      {open === 'correct' && <CorrectForm rule={rule} onClose={close} />}
      {open === 'promise' && <PromiseForm rule={rule} onClose={close} />}
    </>
  );
}

function EndPromise({ code, name }: { code: string; name: string }) {
  const { word } = useAdministrationWords();
  const save = useSave();
  const [end, { loading }] = useMutation(DeadlineRuleEndPromiseDocument);
  const send = async () => (await end({ variables: { input: { code } } })).data?.deadlineRuleEndPromise;
  return (
    <Button
      size="small"
      loading={loading}
      aria-label={word('deadlines.endOf', { name })}
      onClick={() => void save(send, { done: word('deadlines.ended') })}
    >
      {word('deadlines.end')}
    </Button>
  );
}
