import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@apollo/client/react';
import { findOption, STATUS_LABELS } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSector } from '../../../app/sector.ts';
import { Failure, Loading } from '../../../app/states.tsx';
import { PageFrame } from '../page-frame.tsx';
import { useSave } from '../use-save.tsx';
import {
  GuidanceCardMoveDocument,
  GuidanceCardRemoveDocument,
  GuidanceCardSaveDocument,
  OwnGuidanceDocument,
  type OwnGuidanceQuery,
} from './generated/guidance.ts';
import { GuidanceForm } from './guidance-form.tsx';
import { useGuidanceWords } from './words.ts';

type Card = OwnGuidanceQuery['guidanceCards'][number];

const EMPTY: Card = {
  __typename: 'GuidanceCard',
  id: null,
  version: null,
  title: '',
  text: '',
  statuses: [],
  categories: [],
};

/** What handlers are told beside a case. */
export function GuidancePage() {
  const { word } = useGuidanceWords();
  const { data, error, refetch } = useQuery(OwnGuidanceDocument, { fetchPolicy: 'cache-and-network' });
  const [begun, setBegun] = useState<Card>();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const own = data.guidanceCards.filter(({ id }) => id !== null);
  const sectors = data.guidanceCards.filter(({ id }) => id === null);
  const changed = async () => void (await refetch());
  return (
    <PageFrame
      title="admin.page.guidance"
      intro="guidance.intro"
      aside={
        <Button type="primary" onClick={() => setBegun(EMPTY)}>
          {word('guidance.add')}
        </Button>
      }
    >
      {begun && (
        <GuidanceForm
          key={`${begun.id}${begun.title}`}
          begun={begun}
          latest={async () =>
            (await refetch()).data?.guidanceCards.find(({ id }) => id === begun.id)?.version
          }
          onSaved={changed}
          onClose={() => setBegun(undefined)}
        />
      )}
      <h3>{word('guidance.own')}</h3>
      {own.length === 0 && <p className="quiet">{word('guidance.none')}</p>}
      {own.length > 0 && (
        <ul className="admin-rows">
          {own.map((card, index) => (
            <li key={card.id}>
              <OwnCard
                card={card}
                place={index + 1}
                of={own.length}
                onEdit={() => setBegun(card)}
                onChanged={changed}
              />
            </li>
          ))}
        </ul>
      )}
      <h3>{word('guidance.sector')}</h3>
      <ul className="admin-rows">
        {sectors.map((card) => (
          <li key={card.title}>
            <CardRow card={card}>
              <Button
                size="small"
                aria-label={word('guidance.copyOf', { name: card.title })}
                onClick={() => setBegun(card)}
              >
                {word('guidance.copy')}
              </Button>
            </CardRow>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function CardRow({ card, children }: { card: Card; children: ReactNode }) {
  const { word, locale } = useGuidanceWords();
  const { categories } = useSector();
  const where = [
    ...card.categories.map((code) => findOption(categories, code)?.node.label),
    ...card.statuses.map((status) => STATUS_LABELS[status]),
  ].flatMap((label) => (label ? [inLocale(label, locale)] : []));
  return (
    <>
      <div className="admin-row">
        <strong>{card.title}</strong>
        {children}
      </div>
      <p className="admin-template">{card.text}</p>
      <p className="admin-template quiet">
        {where.length > 0 ? where.join(locale === 'en' ? ', ' : '、') : word('guidance.always')}
      </p>
    </>
  );
}

function OwnCard({
  card,
  place,
  of: last,
  onEdit,
  onChanged,
}: {
  card: Card;
  /** Among the own ones, the first being 1. */
  place: number;
  of: number;
  onEdit: () => void;
  onChanged: () => Promise<void>;
}) {
  const { word } = useGuidanceWords();
  const save = useSave();
  const [remove] = useMutation(GuidanceCardRemoveDocument);
  const [keep] = useMutation(GuidanceCardSaveDocument);
  const [move] = useMutation(GuidanceCardMoveDocument);
  const { id, version, title, text, statuses, categories } = card;
  const drop = async () => {
    const answer = id
      ? (await remove({ variables: { input: { id, version } } })).data?.guidanceCardRemove
      : undefined;
    void onChanged();
    return answer;
  };
  const moveTo = async (to: number, button: HTMLElement) => {
    const work = async () =>
      id ? (await move({ variables: { input: { id, place: to } } })).data?.guidanceCardMove : undefined;
    await save(work, { done: word('guidance.moved', { name: title, place: to }) });
    await onChanged();
    // What is moved in the page loses the focus.
    button.focus();
  };
  const putBack = async () => {
    const { data } = await keep({ variables: { input: { title, text, statuses, categories } } });
    void onChanged();
    return data?.guidanceCardSave;
  };
  return (
    <CardRow card={card}>
      <Flex gap={8}>
        {last > 1 && (
          <>
            <Button
              size="small"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={word('guidance.up', { name: title })}
              disabled={place === 1}
              onClick={({ currentTarget }) => void moveTo(place - 1, currentTarget)}
            />
            <Button
              size="small"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={word('guidance.down', { name: title })}
              disabled={place === last}
              onClick={({ currentTarget }) => void moveTo(place + 1, currentTarget)}
            />
          </>
        )}
        <Button size="small" aria-label={word('admin.editOf', { name: title })} onClick={onEdit}>
          {word('admin.edit')}
        </Button>
        <Button
          size="small"
          aria-label={word('admin.removeOf', { name: title })}
          onClick={() => void save(drop, { done: word('guidance.removed', { name: title }), undo: putBack })}
        >
          {word('admin.remove')}
        </Button>
      </Flex>
    </CardRow>
  );
}
