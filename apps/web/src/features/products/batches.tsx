import { WarningOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { dayText } from '../../app/moments.ts';
import type { ProductsQuery } from './generated/products.ts';
import { useProductWords } from './words.ts';

type Batch = ProductsQuery['products']['edges'][number]['node']['batches'][number];

/** The batches of a product with their days, each with the complaints on it. */
export function Batches({ name, batches }: { name: string; batches: readonly Batch[] }) {
  const { word, locale } = useProductWords();
  return (
    <ul className="product-batches" aria-label={word('products.batchesOf', { name })}>
      {batches.map(({ batch, count, firstReceivedOn, lastReceivedOn, alerted, complaints }) => {
        const [first, last] = [dayText(firstReceivedOn, locale), dayText(lastReceivedOn, locale)];
        const facts = [
          word('products.count', { count }),
          first === last ? first : word('products.span', { first, last }),
          ...(count > complaints.length ? [word('products.only', { count: complaints.length })] : []),
        ];
        return (
          <li key={batch ?? ''}>
            <div>
              <span className="product-name">{batch ?? word('products.noBatch')}</span>{' '}
              {alerted && <AlertMark />}
            </div>
            <div className="quiet">{facts.join(' · ')}</div>
            <div className="product-cases">
              {complaints.map(({ id, number }) => (
                <Link key={id} to={`/complaints/${id}`}>
                  {number}
                </Link>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Says that a batch has as many complaints as raise the alert. */
export function AlertMark() {
  const { word } = useProductWords();
  return (
    <span className="product-mark">
      <WarningOutlined aria-hidden /> {word('products.alerted')}
    </span>
  );
}
