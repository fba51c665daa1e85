import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { chooseLocale } from '../i18n/i18n.ts';
import { useAppWords } from './words.ts';

/** Switches between the two languages. */
export function LanguageButton() {
  const { word, locale } = useAppWords();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <Button
      type="text"
      lang={other}
      icon={<GlobalOutlined aria-hidden />}
      onClick={() => chooseLocale(other)}
    >
      {word('app.otherLanguage')}
    </Button>
  );
}
