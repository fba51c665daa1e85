import { useLazyQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useEffect, useRef } from 'react';
import { IncidentCandidatesDocument } from './generated/incidents.ts';
import { useIncidentWords } from './words.ts';

/** Quiet time after the last key before it is asked. */
const SETTLED_MS = 250;

/** Complaints, found by number or words and chosen one after the other. */
export function ComplaintsField(props: {
  value?: string[];
  onChange?: (ids: string[]) => void;
  id?: string;
}) {
  const { word } = useIncidentWords();
  const [find, { data, loading }] = useLazyQuery(IncidentCandidatesDocument);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim()) timer.current = setTimeout(() => void find({ variables: { search: text } }), SETTLED_MS);
  };
  return (
    <Select<string[]>
      {...props}
      mode="multiple"
      loading={loading}
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={word('incident.field.complaintsHint')}
      notFoundContent={null}
      options={
        data?.complaints.edges.map(({ node }) => ({
          value: node.id,
          label: `${node.number} ${node.title}`,
        })) ?? []
      }
    />
  );
}
