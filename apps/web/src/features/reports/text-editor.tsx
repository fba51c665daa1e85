import { useMutation } from '@apollo/client/react';
import { Alert, Button, Flex, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import type { useDraft } from '../../forms/draft.ts';
import { ReportEditTextDocument } from './generated/report.ts';
import { placeholdersOf, unknownIn } from './placeholders.ts';
import type { ReportOfPage, SectionOfPage } from './report-of-page.ts';
import { useReportWords } from './words.ts';

interface Props {
  readonly report: ReportOfPage;
  readonly section: SectionOfPage;
  readonly draft: ReturnType<typeof useDraft>;
  readonly onDone: () => void;
}

/** Words a section. What is typed is kept in the browser until it is saved; figures go in as placeholders and stay live. */
export function TextEditor({ report, section, draft, onDone }: Props) {
  const { word } = useReportWords();
  const [edit, { loading }] = useMutation(ReportEditTextDocument);
  const [text, setText] = useState(() => String(draft.found?.typed['text'] ?? section.template));
  const [problem, setProblem] = useState<string>();
  const [theirs, setTheirs] = useState<string>();
  const area = useRef<TextAreaRef>(null);
  const { code, title, blocks, edited } = section;
  const prompt = blocks.flatMap((block) => (block.__typename === 'ReportProse' ? [block.prompt] : []))[0];

  const type = (typed: string) => {
    setText(typed);
    draft.keep({ text: typed });
  };
  const insert = (placeholder: string) => {
    const field = area.current?.resizableTextArea?.textArea;
    const at = field?.selectionStart ?? text.length;
    type(`${text.slice(0, at)}${placeholder}${text.slice(field?.selectionEnd ?? at)}`);
    field?.focus();
  };
  const close = () => {
    draft.clear();
    onDone();
  };
  const save = async (words: string | null) => {
    const unknown = words === null ? [] : unknownIn(words, section);
    if (unknown.length > 0) return setProblem(word('reports.unknown', { names: unknown.join(' ') }));
    setProblem(undefined);
    try {
      const { id, revision } = report;
      const { data } = await edit({ variables: { input: { id, revision, section: code, text: words } } });
      const { report: newer, userErrors = [] } = data?.reportEditText ?? {};
      if (userErrors.length === 0) return close();
      setProblem(userErrors.map(({ message }) => message).join(' '));
      // Somebody was faster: their words beside ours, and the next try is made knowing them.
      if (userErrors.some((error) => error.code === 'CONFLICT')) {
        setTheirs(newer?.content.sections.find((each) => each.code === code)?.template);
      }
    } catch (error) {
      setProblem((error as Error).message);
    }
    return undefined;
  };
  return (
    <form
      className="stack no-paper"
      aria-label={word('reports.editing', { title })}
      onSubmit={(event) => {
        event.preventDefault();
        void save(text);
      }}
    >
      <Input.TextArea
        ref={area}
        autoFocus
        value={text}
        autoSize={{ minRows: 4 }}
        aria-label={word('reports.editText')}
        {...(prompt ? { placeholder: prompt } : {})}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(text);
        }}
      />
      <Select<string>
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        placeholder={word('reports.insert')}
        aria-label={word('reports.insert')}
        options={[
          ...placeholdersOf(section, {
            ...{ changes: word('reports.changes'), capitals: word('reports.capitals') },
            items: word('reports.items'),
          }),
        ]}
        onChange={(placeholder) => placeholder && insert(placeholder)}
      />
      <p className="quiet table-note">{word('reports.placeholders')}</p>
      {problem && <Alert type="error" showIcon title={problem} />}
      {theirs !== undefined && (
        <Alert
          type="warning"
          title={word('reports.theirs')}
          description={<p className="said">{theirs}</p>}
          action={
            <Button size="small" onClick={() => type(theirs)}>
              {word('reports.takeTheirs')}
            </Button>
          }
        />
      )}
      <Flex gap={8} wrap>
        <Button type="primary" htmlType="submit" loading={loading}>
          {word('app.save')}
        </Button>
        <Button onClick={close}>{word('app.cancel')}</Button>
        {edited && <Button onClick={() => void save(null)}>{word('reports.asProposed')}</Button>}
      </Flex>
    </form>
  );
}
