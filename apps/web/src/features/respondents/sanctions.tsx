import { formatAmount, type Money } from '@huiyin/domain';
import { Link } from 'react-router';
import type { RespondentPageFragment } from './generated/respondents.ts';
import { useRespondentWords } from './words.ts';

type All = RespondentPageFragment['sanctions'];

/** What was imposed, with running totals by currency and converted, paid and not paid. */
export function Sanctions({ sanctions }: { sanctions: All }) {
  const { word } = useRespondentWords();
  const { count, total, paid, unpaid, currencies, items } = sanctions;
  const foreign = currencies.some(({ original }) => original.currency !== 'CNY');
  return (
    <section className="respondent-card" aria-labelledby="respondent-sanctions">
      <h2 id="respondent-sanctions">{word('respondent.sanctionsTitle')}</h2>
      {count === 0 && <p className="quiet">{word('respondent.noSanctions')}</p>}
      {total.amount > 0 && (
        <dl className="respondent-facts">
          <Sum label={word('respondent.total')} money={total} />
          <Sum label={word('respondent.paid')} money={paid} />
          <Sum label={word('respondent.unpaid')} money={unpaid} />
        </dl>
      )}
      {foreign && (
        <p className="quiet">
          {currencies
            .map(({ text, original, converted }) =>
              original.currency === 'CNY' ? text : `${text} → ${moneyText(converted)}`,
            )
            .join(' · ')}
        </p>
      )}
      <ul className="respondent-rows">
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of one kind on one day have nothing else of their own.
          <SanctionLine key={index} item={item} />
        ))}
      </ul>
    </section>
  );
}

function SanctionLine({ item }: { item: All['items'][number] }) {
  const { word } = useRespondentWords();
  const { complaint, kind, imposedOn, paidOn, money } = item;
  const { rate, rateDate } = money ?? {};
  const said = [
    imposedOn,
    money && rate && rateDate && word('respondent.rate', { rate, day: rateDate }),
    money && (paidOn ? word('respondent.paidOn', { day: paidOn }) : word('respondent.notPaid')),
  ];
  return (
    <li>
      <div className="respondent-head">
        <span>
          {kind.label} <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link>
        </span>
        {money && (
          <span className="number">
            {moneyText(money.original)}
            {money.original.currency !== 'CNY' && ` → ${moneyText(money.converted)}`}
          </span>
        )}
      </div>
      <p className="quiet">{said.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

function Sum({ label, money }: { label: string; money: Money }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{moneyText(money)}</dd>
    </div>
  );
}

function moneyText(money: Money): string {
  return `${money.currency} ${formatAmount(money)}`;
}
