import { useQuery } from '@apollo/client/react';
import { OFFICE_EVENT_KINDS, OFFICE_EVENT_LABELS, type OfficeEventKind } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { Link, useSearchParams } from 'react-router';
import { momentText } from '../../app/moments.ts';
import { Failure, Loading } from '../../app/states.tsx';
import { useViewer } from '../../app/viewer.tsx';
import type { OfficeEventFilter } from '../../generated/schema.ts';
import type { OfficeEventsQuery } from './generated/audit.ts';
import { OfficeEventsDocument } from './generated/audit.ts';
import { PageFrame } from './page-frame.tsx';
import { useAdministrationWords } from './words.ts';

type Event = OfficeEventsQuery['officeEvents']['edges'][number]['node'];

const PAGE = 50;
const DAY = 'YYYY-MM-DD';

/** The filter stands in the address: what somebody found can be sent to somebody else. */
function useAuditFilter() {
  const [params, setParams] = useSearchParams();
  const kinds = params.getAll('kind').filter((kind): kind is OfficeEventKind => kind in OFFICE_EVENT_LABELS);
  const filter: OfficeEventFilter = {
    ...(kinds.length > 0 ? { kinds } : {}),
    ...{ memberId: params.get('by'), from: params.get('from'), to: params.get('to') },
  };
  const change = (part: Readonly<Record<string, readonly string[]>>) => {
    const next = new URLSearchParams(params);
    for (const [name, values] of Object.entries(part)) {
      next.delete(name);
      for (const value of values) next.append(name, value);
    }
    setParams(next, { replace: true });
  };
  return { filter, kinds, change };
}

/** Who did what in the organisation, and who looked at identities. */
export function AuditPage() {
  const { word } = useAdministrationWords();
  const { filter, kinds, change } = useAuditFilter();
  const { data, error, loading, fetchMore, refetch } = useQuery(OfficeEventsDocument, {
    ...{ variables: { filter, first: PAGE }, fetchPolicy: 'cache-and-network' },
  });
  const events = data?.officeEvents.edges.map(({ node }) => node);
  const { hasNextPage = false, endCursor = null } = data?.officeEvents.pageInfo ?? {};
  return (
    <PageFrame title="admin.page.audit" intro="audit.intro">
      <Filters {...{ filter, kinds, change }} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!events && !error && <Loading />}
      {events?.length === 0 && <p className="quiet">{word('audit.none')}</p>}
      {events && events.length > 0 && (
        <ol className="admin-rows" aria-busy={loading}>
          {events.map((event) => (
            <li key={event.id}>
              <EventRow event={event} />
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <div>
          <Button loading={loading} onClick={() => void fetchMore({ variables: { after: endCursor } })}>
            {word('admin.more')}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}

function Filters({ filter, kinds, change }: ReturnType<typeof useAuditFilter>) {
  const { word, locale } = useAdministrationWords();
  const { organization } = useViewer();
  const { memberId, from, to } = filter;
  return (
    <div className="admin-tools">
      <Select<OfficeEventKind[]>
        mode="multiple"
        allowClear
        style={{ minWidth: 220 }}
        value={kinds}
        aria-label={word('audit.kinds')}
        placeholder={word('audit.kinds')}
        options={OFFICE_EVENT_KINDS.map((value) => ({
          value,
          label: inLocale(OFFICE_EVENT_LABELS[value], locale),
        }))}
        onChange={(kind) => change({ kind })}
      />
      <Select<string>
        allowClear
        style={{ minWidth: 160 }}
        value={memberId ?? null}
        aria-label={word('audit.by')}
        placeholder={word('audit.by')}
        options={organization.members.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(by) => change({ by: by ? [by] : [] })}
      />
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        aria-label={word('audit.days')}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(days) =>
          change({
            from: days?.[0] ? [days[0].format(DAY)] : [],
            to: days?.[1] ? [days[1].format(DAY)] : [],
          })
        }
      />
    </div>
  );
}

function EventRow({ event }: { event: Event }) {
  const { word, locale } = useAdministrationWords();
  const { kind, label, at, by, subject, reason, complaint, changes } = event;
  return (
    <>
      <div className="admin-row">
        <span>
          <strong>{label}</strong>{' '}
          {complaint ? <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link> : subject}
          {kind === 'IDENTITY_REVEALED' && !complaint && word('audit.hidden')}
        </span>
        <span className="quiet">{by}</span>
        <time className="quiet" dateTime={at}>
          {momentText(at, locale)}
        </time>
      </div>
      {reason && <p className="quiet">{word('audit.reason', { reason })}</p>}
      {changes.length > 0 && (
        <dl className="admin-change">
          {changes.map((change) => (
            <Change key={change.label} change={change} />
          ))}
        </dl>
      )}
    </>
  );
}

function Change({ change: { label, before, after } }: { change: Event['changes'][number] }) {
  const { word } = useAdministrationWords();
  return (
    <>
      <dt className="quiet">{label}</dt>
      <dd>
        {before !== null && (
          <>
            <del>{before}</del> →{' '}
          </>
        )}
        {after ?? word('audit.nothing')}
      </dd>
    </>
  );
}
