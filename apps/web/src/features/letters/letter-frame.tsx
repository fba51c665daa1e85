import { Card, Typography } from 'antd';
import type { ReactNode } from 'react';
import { LanguageButton } from '../../app/language-button.tsx';
import { useLetterWords } from './words.ts';

/** What stands around the pages for whoever holds a letter, signed in or not. */
export function LetterFrame({ title, children }: { title: string; children: ReactNode }) {
  const { word } = useLetterWords();
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <Typography.Paragraph type="secondary">{word('app.name')}</Typography.Paragraph>
        <Typography.Title level={1} style={{ fontSize: 24 }}>
          {title}
        </Typography.Title>
        {children}
        <p>
          <a href="/">{word('letter.toSignIn')}</a>
        </p>
        <LanguageButton />
      </Card>
    </main>
  );
}
