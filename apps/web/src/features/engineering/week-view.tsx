import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { daysOfWeek, localDateOf, type Outlet, weekOf, weeksAfter } from '@huiyin/domain';
import { Button } from 'antd';
import { useState } from 'react';
import { CasesList } from './cases-list.tsx';
import { Items } from './items.tsx';
import type { EngineeringItem, EngineeringSite, Step } from './list.ts';
import { useEngineeringWords } from './words.ts';

/** This week, in the organisation's time. */
export function thisWeek(): string {
  return weekOf(localDateOf(new Date().toISOString()));
}

/** A list by weeks: what is to be planned, and the tasks of one week. */
export function WeekView({
  sites,
  items,
  outlet,
  week,
  mayWork,
  onWeek,
  onStep,
}: {
  sites: readonly EngineeringSite[];
  items: readonly EngineeringItem[];
  outlet: Outlet;
  week: string;
  mayWork: boolean;
  onWeek: (week: string) => void;
  onStep: (step: Step) => void;
}) {
  const { word } = useEngineeringWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const waiting = sites.flatMap(({ cases }) => cases).filter(({ planned }) => !planned);
  // What somebody else has planned in the meantime is chosen no more.
  const cases = waiting.filter(({ complaint }) => chosen.includes(complaint.id));
  const pick = (id: string, picked: boolean) =>
    setChosen(picked ? [...chosen, id] : chosen.filter((each) => each !== id));
  const [first] = cases;
  return (
    <div className="engineering-columns">
      <section className="engineering-card" aria-labelledby="engineering-waiting">
        <div className="engineering-head">
          <h2 id="engineering-waiting">{word('week.waiting', { count: waiting.length })}</h2>
          {mayWork && (
            <div className="engineering-steps">
              {cases.length > 0 && (
                <span className="quiet">{word('week.chosen', { count: cases.length })}</span>
              )}
              <Button
                type="primary"
                disabled={!first}
                onClick={() =>
                  first && onStep({ kind: 'plan', outlet, week, cases, name: first.address ?? first.title })
                }
              >
                {word('week.plan')}
              </Button>
            </div>
          )}
        </div>
        {waiting.length === 0 ? (
          <p className="quiet">{word('engineering.empty')}</p>
        ) : (
          <CasesList cases={waiting} {...(mayWork ? { picked: chosen, onPick: pick } : {})} />
        )}
      </section>
      <section className="engineering-card" aria-labelledby="engineering-week">
        <div className="engineering-head">
          <WeekHead week={week} onWeek={onWeek} />
        </div>
        <h3>{word('item.ofWeek')}</h3>
        <Items items={items} outlet={outlet} mayWork={mayWork} onStep={onStep} />
      </section>
    </div>
  );
}

function WeekHead({ week, onWeek }: { week: string; onWeek: (week: string) => void }) {
  const { word } = useEngineeringWords();
  const [year, number] = week.split('-W');
  const days = daysOfWeek(week);
  return (
    <>
      <div>
        <h2 id="engineering-week">{word('week.title', { year, number: Number(number) })}</h2>
        {days && (
          <span className="quiet">
            {days.from} – {days.to}
          </span>
        )}
      </div>
      <div className="engineering-steps">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={word('week.before')}
          onClick={() => onWeek(weeksAfter(week, -1))}
        />
        <Button onClick={() => onWeek(thisWeek())}>{word('week.this')}</Button>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={word('week.after')}
          onClick={() => onWeek(weeksAfter(week, 1))}
        />
      </div>
    </>
  );
}
