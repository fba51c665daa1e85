import { useQuery } from '@apollo/client/react';
import { pathOfSite, type VisitTarget } from '@huiyin/domain';
import { AutoComplete, Form, Input } from 'antd';
import { useMemo } from 'react';
import { useSector } from '../../app/sector.ts';
import { useViewer } from '../../app/viewer.tsx';
import { SitesDocument } from '../../forms/generated/sites.ts';
import { treeFrom } from '../../forms/site-field.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { VisitRespondentsDocument } from './generated/visits.ts';
import { useVisitWords } from './words.ts';

/** Whom or what is visited: by name, and as what the office keeps where it was chosen. */
export interface Subject {
  readonly name: string;
  readonly id?: string | null;
}

const MOST_OFFERED = 20;

/** Searched among what the office keeps of the kind; anything else is kept by its name. */
export function SubjectField({ target }: { target: VisitTarget }) {
  const { word } = useVisitWords();
  const { sites } = useSector();
  const given = Form.useWatch<Subject | undefined>('subject');
  const keeps = target !== 'PLACE' || sites !== undefined;
  const hint = keeps && given?.name.trim() ? word(given.id ? 'visits.known' : 'visits.free') : undefined;
  return (
    <Form.Item
      name="subject"
      label={word('visits.name')}
      extra={hint}
      rules={[
        {
          validator: (_, subject: Subject | undefined) =>
            subject?.name.trim() ? Promise.resolve() : Promise.reject(new Error(word('visits.required'))),
        },
      ]}
    >
      <Search target={target} />
    </Form.Item>
  );
}

/** `id`, `value` and `onChange` come from the form. */
function Search({
  target,
  id,
  value,
  onChange,
}: {
  target: VisitTarget;
  id?: string;
  value?: Subject;
  onChange?: (subject: Subject) => void;
}) {
  const name = value?.name ?? '';
  const offered = useOffered(target, name);
  return (
    <AutoComplete
      autoFocus
      {...(id ? { id } : {})}
      value={name}
      options={offered.map(({ id: key, name: label }) => ({ key, value: label }))}
      onChange={(typed: string) =>
        onChange?.({ name: typed, id: offered.find((each) => each.name === typed)?.id ?? null })
      }
    >
      <Input maxLength={200} />
    </AutoComplete>
  );
}

/** What the office keeps of the kind and that is called like what was typed. */
function useOffered(target: VisitTarget, typed: string): readonly { id: string; name: string }[] {
  const { organization } = useViewer();
  const { sites: tree } = useSector();
  const search = useSettled(typed.trim());
  const respondents = useQuery(VisitRespondentsDocument, {
    ...{ variables: { search }, skip: target !== 'RESPONDENT' || search === '' },
  });
  const sites = useQuery(SitesDocument, { skip: target !== 'PLACE' || !tree });
  const paths = useMemo(() => {
    const kept = treeFrom(sites.data?.sites ?? []);
    const paths = kept.map((site) => ({
      id: site.id,
      name: pathOfSite(kept, site)
        .map(({ name }) => name)
        .join(' / '),
    }));
    // A whole before its parts.
    return paths.sort((a, b) => (a.name < b.name ? -1 : 1));
  }, [sites.data]);
  if (target === 'RESPONDENT') return respondents.data?.respondents.edges.map(({ node }) => node) ?? [];
  const all = target === 'DEPARTMENT' ? organization.departments.filter(({ active }) => active) : paths;
  return all.filter((each) => each.name.includes(typed.trim())).slice(0, MOST_OFFERED);
}
