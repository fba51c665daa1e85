import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { ASSESSMENT_LABELS, EXPERIENCE_LABELS } from '@huiyin/domain';
import { AutoComplete, Button, Form, Input, Select } from 'antd';
import { choicesOf } from '../../forms/options.ts';
import { DateField } from '../../ui/date-field.tsx';
import { useTrainingWords } from './words.ts';

/** Who took part, a line each: somebody who works here, or any name. */
export function Attendances({ members }: { members: readonly string[] }) {
  const { word, locale } = useTrainingWords();
  const nth = (what: string, index: number): string => word('training.nth', { what, n: index + 1 });
  return (
    <fieldset className="training-people">
      <legend>{word('training.attendances')}</legend>
      <Form.List name="attendances">
        {(fields, { add, remove }, { errors }) => (
          <>
            {fields.map(({ key, name: index }) => (
              <div key={key} className="training-person">
                <Form.Item
                  name={[index, 'name']}
                  rules={[{ required: true, message: word('training.required') }]}
                >
                  <AutoComplete
                    options={members.map((value) => ({ value }))}
                    showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
                    maxLength={200}
                    placeholder={word('training.name')}
                    aria-label={nth(word('training.name'), index)}
                  />
                </Form.Item>
                <Form.Item name={[index, 'experience']}>
                  <Select
                    options={choicesOf(EXPERIENCE_LABELS, locale)}
                    aria-label={nth(word('training.experience'), index)}
                  />
                </Form.Item>
                <Form.Item name={[index, 'assessment']}>
                  <Select
                    options={choicesOf(ASSESSMENT_LABELS, locale)}
                    aria-label={nth(word('training.assessment'), index)}
                  />
                </Form.Item>
                <Form.Item name={[index, 'certificate']}>
                  <Input
                    maxLength={200}
                    placeholder={word('training.certificate')}
                    aria-label={nth(word('training.certificate'), index)}
                  />
                </Form.Item>
                <Form.Item name={[index, 'expiresOn']}>
                  <DateField
                    placeholder={word('training.expiresOn')}
                    aria-label={nth(word('training.expiresOn'), index)}
                    style={{ width: '100%' }}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={word('training.removePerson', { n: index + 1 })}
                  onClick={() => remove(index)}
                />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <Button
              size="small"
              icon={<PlusOutlined aria-hidden />}
              onClick={() => add({ name: '', experience: 'EXPERIENCED', assessment: 'NOT_ASSESSED' })}
            >
              {word('training.addPerson')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
