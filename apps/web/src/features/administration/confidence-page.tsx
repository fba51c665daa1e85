import { Link } from 'react-router';
import { PageFrame } from './page-frame.tsx';
import { RetentionSection } from './retention/retention-section.tsx';
import { useAdministrationWords } from './words.ts';

const MASKED = ['named', 'confidential', 'anonymous', 'recused', 'admin'] as const;

/** What is kept from whom: rules of the product, said plainly, with nothing to set. And how long it is kept. */
export function ConfidencePage() {
  const { word } = useAdministrationWords();
  const masked = (
    <dl className="admin-facts admin-card">
      {MASKED.map((key) => (
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
      {masked}
      <p>
        <Link to="/administration/audit?kind=IDENTITY_REVEALED">{word('confidence.looks')}</Link>
      </p>
      <RetentionSection />
    </PageFrame>
  );
}
