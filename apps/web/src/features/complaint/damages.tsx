import { damagesOf, formatAmount } from '@huiyin/domain';
import { Button, Flex, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { minorUnits } from '../../forms/money-fields.tsx';
import type { ComplaintOfPage } from './complaint-of-page.ts';
import { useComplaintWords } from './words.ts';

type Basis = NonNullable<ComplaintOfPage['damages']>;
type Way = 'PRICE' | 'LOSS';

/** What is put into the form of the remedy. */
export interface Claimed {
  readonly remedy: 'COMPENSATION';
  readonly money: { readonly amount: string; readonly currency: 'CNY' };
  readonly description: string;
}

/** What a consumer may claim by law, beside the form of the remedy; where no law grants it, that is said. */
export function DamagesHelp({ basis, onTake }: { basis: Basis; onTake: (claimed: Claimed) => void }) {
  const { word } = useComplaintWords();
  return (
    <details className="case-damages">
      <summary>{word('damages.title')}</summary>
      {basis.why ? <p>{basis.why}</p> : <Calculator basis={basis} onTake={onTake} />}
    </details>
  );
}

function Calculator({ basis, onTake }: { basis: Basis; onTake: (claimed: Claimed) => void }) {
  const { word } = useComplaintWords();
  const [price, setPrice] = useState(basis.price ? decimalOf(basis.price.amount) : '0');
  const [loss, setLoss] = useState('0');
  const [chosen, setChosen] = useState<Way>();
  const priceId = useId();
  const lossId = useId();
  const { priceTimes, lossTimes, least } = basis;
  const sums = damagesOf(
    { priceTimes, lossTimes, least: least.amount },
    { price: minorUnits(price), loss: minorUnits(loss) },
  );
  const way = chosen ?? sums.higher;
  const award = way === 'PRICE' ? sums.byPrice : sums.byLoss;
  const total = award + minorUnits(loss);
  const offered = (of: Way, amount: number) => (
    <Radio value={of}>
      {word(`damages.${of}`, { times: of === 'PRICE' ? priceTimes : lossTimes })}
      <strong className="number"> {yuan(amount)}</strong>
      {amount === least.amount && (
        <span className="quiet"> {word('damages.least', { sum: yuan(amount) })}</span>
      )}
    </Radio>
  );
  const take = () =>
    onTake({
      remedy: 'COMPENSATION',
      money: { amount: decimalOf(total), currency: 'CNY' },
      description: word('damages.said', {
        ...{
          basis: basis.basis ?? '',
          way: word(`damages.${way}`, { times: way === 'PRICE' ? priceTimes : lossTimes }),
        },
        ...{ award: yuan(award), loss: yuan(minorUnits(loss)) },
      }),
    });
  return (
    <>
      <p>
        <strong>{basis.basis}</strong> {basis.condition}
        {!basis.confirmed && <span className="quiet"> {word('damages.unchecked')}</span>}
      </p>
      <Flex gap={12} wrap>
        <div className="case-damages-sum">
          <label htmlFor={priceId}>{word('damages.price')}</label>
          <InputNumber<string>
            {...{ id: priceId, stringMode: true, min: '0', precision: 2, value: price }}
            onChange={(value) => setPrice(value ?? '0')}
          />
        </div>
        <div className="case-damages-sum">
          <label htmlFor={lossId}>{word('damages.loss')}</label>
          <InputNumber<string>
            {...{ id: lossId, stringMode: true, min: '0', precision: 2, value: loss }}
            onChange={(value) => setLoss(value ?? '0')}
          />
        </div>
      </Flex>
      <Radio.Group
        aria-label={word('damages.way')}
        className="case-damages-ways"
        value={way}
        onChange={({ target }) => setChosen(target.value as Way)}
      >
        {offered('PRICE', sums.byPrice)}
        {offered('LOSS', sums.byLoss)}
      </Radio.Group>
      <p aria-live="polite">
        {word('damages.total', { award: yuan(award), loss: yuan(minorUnits(loss)), total: yuan(total) })}
      </p>
      <Button onClick={take}>{word('damages.take')}</Button>
    </>
  );
}

const yuan = (amount: number): string => formatAmount({ amount, currency: 'CNY' });
const decimalOf = (amount: number): string => yuan(amount).replaceAll(',', '');
