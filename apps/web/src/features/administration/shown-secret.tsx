import { Alert, App, Button, Flex } from 'antd';
import { useAdministrationWords } from './words.ts';

/** A secret that is shown this once, to be copied. */
export function ShownSecret({
  title,
  secret,
  onHide,
}: {
  title: string;
  secret: string;
  onHide: () => void;
}) {
  const { word } = useAdministrationWords();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    void message.success(word('keys.copied'));
  };
  return (
    <Alert
      role="alert"
      type="success"
      showIcon
      title={title}
      description={
        <div className="stack">
          <code className="admin-secret">{secret}</code>
          <Flex gap={8}>
            <Button size="small" type="primary" onClick={() => void copy()}>
              {word('keys.copy')}
            </Button>
            <Button size="small" onClick={onHide}>
              {word('keys.hide')}
            </Button>
          </Flex>
        </div>
      }
    />
  );
}
