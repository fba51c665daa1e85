import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useViewer } from '../../app/viewer.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useVisitWords } from './words.ts';

/** What is to be put right: a line each. */
export function FollowUpFields() {
  const { word } = useVisitWords();
  const { organization, memberId } = useViewer();
  const required = [{ required: true, message: word('visits.required') }];
  const members = organization.members.filter(({ active }) => active);
  const nth = (what: string, index: number): string => word('visits.nth', { what, n: index + 1 });
  return (
    <fieldset className="visits-follow-ups">
      <legend>{word('visits.followUps')}</legend>
      <Form.List name="followUps">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name: index }) => (
              <div key={key} className="visits-follow-up">
                <Form.Item name={[index, 'text']} rules={required}>
                  <Input
                    maxLength={1000}
                    placeholder={word('visits.followUp')}
                    aria-label={nth(word('visits.followUp'), index)}
                  />
                </Form.Item>
                <Form.Item name={[index, 'ownerId']} rules={required}>
                  <Select
                    options={members.map(({ id, name }) => ({ value: id, label: name }))}
                    aria-label={nth(word('visits.owner'), index)}
                  />
                </Form.Item>
                <Form.Item name={[index, 'dueOn']} rules={required}>
                  <DateField
                    placeholder={word('visits.dueOn')}
                    aria-label={nth(word('visits.dueOn'), index)}
                    style={{ width: '100%' }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={word('visits.removeFollowUp', { n: index + 1 })}
                  onClick={() => remove(index)}
                />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button
              size="small"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ text: '', ownerId: memberId, dueOn: dayjs().add(30, 'day') })}
            >
              {word('visits.addFollowUp')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
