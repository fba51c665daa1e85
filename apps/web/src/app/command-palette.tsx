import { useQuery } from '@apollo/client/react';
import { Modal } from 'antd';
import { Command } from 'cmdk';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useOfferedActions } from '../ui/page-actions.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { useSettled } from '../ui/use-settled.ts';
import {
  PaletteComplaintDocument,
  PaletteComplaintsDocument,
  PaletteViewsDocument,
} from './generated/palette.ts';
import './palette.css';
import { PLACES } from './places.tsx';
import { useViewer } from './viewer.tsx';
import { useAppWords } from './words.ts';

/** What everybody calls it by in the address of the inbox. */
const VIEWS = ['open', 'mine', 'unassigned', 'overdue', 'attention'] as const;

/** Goes anywhere and does anything by name: a place, a view, a complaint by number or words, an action of the page. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { word } = useAppWords();
  const { role, organization } = useViewer();
  const navigate = useNavigate();
  const actions = useOfferedActions();
  const [search, setSearch] = useState('');
  const { data: kept } = useQuery(PaletteViewsDocument);
  const does = (act: () => void) => () => {
    onClose();
    act();
  };
  const goes = (path: string) => does(() => void navigate(path));
  return (
    <Modal
      open
      title={<span className="visually-hidden">{word('palette.title')}</span>}
      footer={null}
      closable={false}
      onCancel={onClose}
      className="palette"
      styles={{ body: { padding: 0 } }}
    >
      <Command label={word('palette.title')} loop>
        <Command.Input
          autoFocus
          value={search}
          onValueChange={setSearch}
          placeholder={word('palette.search')}
        />
        <Command.List label={word('palette.found')}>
          <Command.Empty>{word('palette.nothing')}</Command.Empty>
          {actions.length > 0 && (
            <Command.Group heading={word('palette.here')}>
              {actions.map(({ id, label, key, run }) => (
                <Command.Item key={id} value={`${label} ${id}`} onSelect={does(run)}>
                  {label} {key && <kbd>{key}</kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <FoundComplaints search={search} onOpen={(id) => goes(`/complaints/${id}`)()} />
          <Command.Group heading={word('palette.places')}>
            {PLACES.filter(({ isFor }) => !isFor || isFor(role, organization.sector)).map(
              ({ path, word: name, icon }) => (
                <Command.Item key={path} value={`${word(name)} ${path}`} onSelect={goes(path)}>
                  {icon} {word(name)}
                </Command.Item>
              ),
            )}
          </Command.Group>
          <Command.Group heading={word('palette.views')}>
            {VIEWS.map((view) => (
              <Command.Item
                key={view}
                value={`${word(`palette.view.${view}`)} ${view}`}
                onSelect={goes(`/complaints?view=${view}`)}
              >
                {word(`palette.view.${view}`)}
              </Command.Item>
            ))}
            {kept?.savedViews.map(({ id, name, filter }) => (
              <Command.Item key={id} value={`${name} ${id}`} onSelect={goes(addressOf(filter))}>
                {name}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Modal>
  );
}

/** The inbox as a saved view shows it. */
function addressOf({ search, ...narrowed }: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams({ view: 'all', filter: JSON.stringify(narrowed) });
  if (typeof search === 'string') parts.set('search', search);
  return `/complaints?${parts}`;
}

const SHORTEST = 2;

/** Complaints by their number or by words in them. */
function FoundComplaints({ search, onOpen }: { search: string; onOpen: (id: string) => void }) {
  const { word } = useAppWords();
  const asked = useSettled(search.trim());
  const skip = asked.length < SHORTEST;
  const { data } = useQuery(PaletteComplaintsDocument, { variables: { search: asked }, skip });
  const { data: exact } = useQuery(PaletteComplaintDocument, { variables: { number: asked }, skip });
  if (skip) return null;
  const numbered = exact?.complaint ? [exact.complaint] : [];
  const found = (data?.complaints.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id }) => id !== exact?.complaint?.id);
  const all = [...numbered, ...found];
  if (all.length === 0) return null;
  return (
    <Command.Group heading={word('palette.complaints')}>
      {all.map(({ id, number, title, status }) => (
        // The server has searched already: what was typed counts as a part of each.
        <Command.Item key={id} value={`${search} ${number} ${title}`} onSelect={() => onOpen(id)}>
          <span className="palette-title">{title}</span> <span className="quiet">{number}</span>{' '}
          <StatusTag status={status} />
        </Command.Item>
      ))}
    </Command.Group>
  );
}
