import type { Outlet } from '@huiyin/domain';
import { inLocale } from '@huiyin/shared';
import { Button } from 'antd';
import { Link } from 'react-router';
import '../../ui/status-tag.css';
import { type EngineeringItem, type Step, stageIn } from './list.ts';
import { useEngineeringWords } from './words.ts';

/** What is planned and done on a list, with what can be done next. */
export function Items({
  items,
  outlet,
  mayWork,
  onStep,
}: {
  items: readonly EngineeringItem[];
  outlet: Outlet;
  mayWork: boolean;
  onStep: (step: Step) => void;
}) {
  const { word } = useEngineeringWords();
  if (items.length === 0) return <p className="quiet">{word('item.none')}</p>;
  return (
    <ul className="engineering-items">
      {items.map((item) => (
        <li key={item.id}>
          <Item item={item} outlet={outlet} />
          {mayWork && item.stage === 'PLANNED' && <Steps item={item} outlet={outlet} onStep={onStep} />}
        </li>
      ))}
    </ul>
  );
}

function Steps({
  item,
  outlet,
  onStep,
}: {
  item: EngineeringItem;
  outlet: Outlet;
  onStep: (step: Step) => void;
}) {
  const { word, locale } = useEngineeringWords();
  return (
    <div className="engineering-steps">
      <Button size="small" type="primary" onClick={() => onStep({ kind: 'finish', outlet, item })}>
        {word('step.mark', { stage: stageIn(outlet.stages.done, locale) })}
      </Button>
      {outlet.worked.kind !== 'MAP' && (
        <Button size="small" onClick={() => onStep({ kind: 'carryOver', outlet, item })}>
          {word(outlet.worked.kind === 'WEEK' ? 'step.carry' : 'step.revisit')}
        </Button>
      )}
    </div>
  );
}

function Item({ item, outlet }: { item: EngineeringItem; outlet: Outlet }) {
  const { word, locale } = useEngineeringWords();
  const { title, site, stage, plannedOn, doneOn, carriedOver, repeated, note, checked, faultPoint } = item;
  const done = stage === 'DONE';
  const visits = outlet.worked.kind === 'VISIT';
  return (
    <div className="engineering-item">
      <div className="engineering-case-head">
        <strong>{visits && site ? `${site} ${title === site ? '' : title}` : title}</strong>
        <span className={`status status-${done ? 'closed' : 'work'}`}>
          {inLocale(done ? outlet.stages.done : outlet.stages.planned, locale)}
        </span>
        {repeated && <span className="status status-waits">{word('item.repeated')}</span>}
      </div>
      <div className="quiet">
        {[
          word('item.planned', { day: plannedOn }),
          doneOn && word('item.done', { day: doneOn }),
          carriedOver > 0 && word(visits ? 'item.revisit' : 'item.carried', { count: carriedOver }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {checked && (
        <div>
          {word('item.checked')}: {checked}
        </div>
      )}
      {faultPoint && (
        <div>
          {word('item.fault')}: {faultPoint}
        </div>
      )}
      {note && <div className="said">{note}</div>}
      <Readings item={item} />
      <ServedCases item={item} />
    </div>
  );
}

/** What was measured before, and after where it was. */
function Readings({ item: { before, after } }: { item: EngineeringItem }) {
  const { word } = useEngineeringWords();
  const keys = [...new Map([...before, ...after].map((each) => [each.key, each])).values()];
  if (keys.length === 0) return null;
  const shownOf = (readings: EngineeringItem['before'], key: string) => {
    const value = readings.find((each) => each.key === key)?.value;
    return value === undefined ? '—' : String(value).replace('-', '−');
  };
  return (
    <table className="engineering-readings">
      <thead>
        <tr>
          <th scope="col">{word('item.reading')}</th>
          <th scope="col">{word('item.before')}</th>
          <th scope="col">{word('item.after')}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map(({ key, label, unit }) => (
          <tr key={key}>
            <th scope="row">
              {label} {unit && <span className="quiet">{unit}</span>}
            </th>
            <td>{shownOf(before, key)}</td>
            <td>{shownOf(after, key)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SHOWN = 6;

function ServedCases({ item: { cases } }: { item: EngineeringItem }) {
  const { word } = useEngineeringWords();
  return (
    <div className="engineering-served">
      <span className="quiet">
        {cases.length === 1 ? word('item.case') : word('item.cases', { count: cases.length })}
      </span>
      {cases.slice(0, SHOWN).map(({ complaint: { id, number } }) => (
        <Link key={id} to={`/complaints/${id}`}>
          {number}
        </Link>
      ))}
      {cases.length > SHOWN && (
        <span className="quiet">{word('site.andMore', { count: cases.length - SHOWN })}</span>
      )}
    </div>
  );
}
