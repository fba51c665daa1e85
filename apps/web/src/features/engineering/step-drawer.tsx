import { Drawer } from 'antd';
import { useState } from 'react';
import type { EngineeringToldFragment } from './generated/engineering.ts';
import { type Step, stageIn } from './list.ts';
import { StepForm } from './step-form.tsx';
import { ToldList } from './told.tsx';
import { useEngineeringWords } from './words.ts';

/** One step of a list: what is planned, put off or done, and then who was told of it. */
export function StepDrawer({ step, onClose }: { step: Step; onClose: () => void }) {
  const { word, locale } = useEngineeringWords();
  const [told, setTold] = useState<readonly EngineeringToldFragment[]>();
  const { outlet } = step;
  const what =
    step.kind === 'plan'
      ? word('step.mark', { stage: stageIn(outlet.stages.planned, locale) })
      : step.kind === 'finish'
        ? word('step.mark', { stage: stageIn(outlet.stages.done, locale) })
        : word(outlet.worked.kind === 'WEEK' ? 'step.carry' : 'step.revisit');
  const about = step.kind === 'plan' ? step.name : step.item.title;
  return (
    <Drawer open title={`${what}: ${about}`} size={480} onClose={onClose}>
      {told ? (
        <ToldList told={told} onClose={onClose} />
      ) : (
        <StepForm step={step} onDone={setTold} onCancel={onClose} />
      )}
    </Drawer>
  );
}
