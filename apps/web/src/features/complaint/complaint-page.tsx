import { useQuery } from '@apollo/client/react';
import {
  CHANNEL_LABELS,
  DISCLOSURE_LABELS,
  FINDING_LABELS,
  formatAmount,
  KIND_LABELS,
  SOURCE_LEVEL_LABELS,
  STATUS_LABELS,
} from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Card, Descriptions, Flex, Tag, Timeline, Typography } from 'antd';
import { useParams } from 'react-router';
import { download } from '../../app/download.ts';
import { momentText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import { useWords } from '../../i18n/i18n.ts';
import { Actions } from './actions.tsx';
import { Clocks } from './clocks.tsx';
import { COMPLAINT, type ComplaintOfPage } from './complaint.query.ts';

/** One complaint: its story, its facts, its clocks, and what can be done now. */
export function ComplaintPage() {
  const { word } = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(COMPLAINT, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (!data.complaint) return <Failure error={new Error(word('complaint.notFound'))} />;
  return <Complaint complaint={data.complaint} onChange={() => void refetch()} />;
}

function Complaint({ complaint, onChange }: { complaint: ComplaintOfPage; onChange: () => void }) {
  const { word, locale } = useWords();
  const { number, externalNumber, title, status, content } = complaint;
  return (
    <div className="stack">
      <Flex align="center" gap={12} wrap>
        <Typography.Title level={2} style={{ margin: 0 }}>
          {title}
        </Typography.Title>
        <Tag color="blue">{inLocale(STATUS_LABELS[status], locale)}</Tag>
        <Typography.Text type="secondary">
          {externalNumber ? `${externalNumber} · ${number}` : number}
        </Typography.Text>
      </Flex>
      <div className="columns">
        <div className="stack">
          <Card title={word('complaint.actions')}>
            <Actions complaint={complaint} onChange={onChange} />
          </Card>
          <Card title={word('complaint.content')}>
            <Typography.Paragraph className="said">{content}</Typography.Paragraph>
          </Card>
          <Work complaint={complaint} />
          <Card title={word('complaint.history')}>
            <Story complaint={complaint} />
          </Card>
        </div>
        <div className="stack">
          <Card title={word('complaint.clocks')}>
            <Clocks complaint={complaint} />
          </Card>
          <Card title={word('complaint.facts')}>
            <Facts complaint={complaint} />
          </Card>
          {complaint.detailTexts.length > 0 && (
            <Card title={word('complaint.details')}>
              <Descriptions
                column={1}
                size="small"
                items={complaint.detailTexts.map(({ key, label, text }) => ({ key, label, children: text }))}
              />
            </Card>
          )}
        </div>
      </div>
    </div>
  );
}

function Facts({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useWords();
  const { complainant, respondent, source } = complaint;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [word('complaint.kind'), inLocale(KIND_LABELS[complaint.kind], locale)],
    [word('complaint.channel'), inLocale(CHANNEL_LABELS[complaint.channel], locale)],
    [
      word('complaint.source'),
      [inLocale(SOURCE_LEVEL_LABELS[source.level], locale), source.body].filter(Boolean).join(' · '),
    ],
    [word('complaint.disclosure'), inLocale(DISCLOSURE_LABELS[complaint.disclosure], locale)],
    [
      word('complaint.complainant'),
      complainant && `${complainant.name ?? ''}${complainant.masked ? ` (${word('complaint.masked')})` : ''}`,
    ],
    [word('complaint.phone'), complainant?.phone],
    [word('complaint.respondent'), [respondent.name, respondent.type?.label].filter(Boolean).join(' · ')],
    [word('complaint.category'), complaint.category?.label],
    [word('complaint.classification'), complaint.classification?.label],
    [word('complaint.department'), complaint.department?.name],
    [word('complaint.handler'), complaint.handler?.name],
    [word('complaint.received'), momentText(complaint.receivedAt, locale)],
    [word('complaint.closed'), complaint.closedAt && momentText(complaint.closedAt, locale)],
  ];
  return (
    <Descriptions
      column={1}
      size="small"
      items={facts
        .filter(([, value]) => value)
        .map(([label, value]) => ({ key: label, label, children: value }))}
    />
  );
}

/** What has been found, answered, given and imposed so far. */
function Work({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useWords();
  const { finding, answers, remedies, sanctions, evidence } = complaint;
  const sum = (money: { original: Money; converted: Money } | null | undefined) =>
    money ? moneyText(money) : '';
  return (
    <>
      {finding && (
        <Card title={word('complaint.finding')}>
          <Tag>{inLocale(FINDING_LABELS[finding.finding], locale)}</Tag>
          <span className="said">{finding.facts}</span>
        </Card>
      )}
      {answers.length > 0 && (
        <Card title={word('complaint.answers')}>
          {answers.map(({ id, text, givenAt }) => (
            <Typography.Paragraph key={id} className="said">
              {text}{' '}
              {givenAt && <Typography.Text type="secondary">{momentText(givenAt, locale)}</Typography.Text>}
            </Typography.Paragraph>
          ))}
        </Card>
      )}
      {(remedies.length > 0 || sanctions.length > 0) && (
        <Card title={word('complaint.money')}>
          {remedies.map(({ id, remedy, description, money }) => (
            <div key={id}>
              {remedy.label} {sum(money)} {description}
            </div>
          ))}
          {sanctions.map(({ id, sanction, party, money, paidOn }) => (
            <div key={id}>
              {sanction.label} {sum(money)} {party} {paidOn && word('complaint.paidOn', { day: paidOn })}
            </div>
          ))}
        </Card>
      )}
      {evidence.length > 0 && (
        <Card title={word('complaint.evidence')}>
          {evidence.map(({ id, title, text, url }) => (
            <div key={id}>
              {url ? (
                <Typography.Link onClick={() => void download(url)}>{title}</Typography.Link>
              ) : (
                <>
                  {title}: <span className="said">{text}</span>
                </>
              )}
            </div>
          ))}
        </Card>
      )}
    </>
  );
}

interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** A sum, with what it was recorded as where it was in another currency. */
function moneyText({ original, converted }: { original: Money; converted: Money }): string {
  const own = `${original.currency} ${formatAmount(original)}`;
  return original.currency === converted.currency
    ? own
    : `${own} → ${converted.currency} ${formatAmount(converted)}`;
}

/** Everything that happened, newest first. */
function Story({ complaint }: { complaint: ComplaintOfPage }) {
  const { word, locale } = useWords();
  return (
    <Timeline
      items={[...complaint.history].reverse().map(({ seq, label, at, recordedAt, actor, summary }) => ({
        key: seq,
        content: (
          <>
            <Typography.Text strong>{label}</Typography.Text>{' '}
            <Typography.Text type="secondary">
              {momentText(at, locale)} · {actor}
              {Date.parse(recordedAt) - Date.parse(at) > 86_400_000 &&
                ` · ${word('complaint.recordedAt', { at: momentText(recordedAt, locale) })}`}
            </Typography.Text>
            {summary && <div className="said">{summary}</div>}
          </>
        ),
      }))}
    />
  );
}
