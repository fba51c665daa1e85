import { Link } from 'react-router';
import { PageFrame } from './page-frame.tsx';
import { useAdministrationWords } from './words.ts';

const MASKED = ['named', 'confidential', 'anonymous', 'recused', 'admin'] as const;
const KEPT = ['retention', 'files'] as const;

/** What is kept from whom, and how long: rules of the product, said plainly. There is nothing to set. */
export function ConfidencePage() {
  const { word } = useAdministrationWords();
  const facts = (keys: readonly (typeof MASKED | typeof KEPT)[number][]) => (
    <dl className="admin-facts admin-card">
      {keys.map((key) => (
        <div key={key} className="admin-fact">
          <dt>{word(`confidence.${key}`)}</dt>
          <dd>{word(`confidence.${key}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <PageFrame title="admin.page.confidence" intro="confidence.intro">
      <h3>{word('confidence.masked')}</h3>
      {facts(MASKED)}
      <p>
        <Link to="/administration/audit?kind=IDENTITY_REVEALED">{word('confidence.looks')}</Link>
      </p>
      <h3>{word('confidence.kept')}</h3>
      {facts(KEPT)}
    </PageFrame>
  );
}
