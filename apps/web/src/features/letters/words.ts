import { useAppWords } from '../../app/words.ts';
import { useFieldWords } from '../../forms/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of the pages that letters lead to. */
export const useLetterWords = defineWords(
  {
    'letter.toSignIn': { zh: '去登录', en: 'To the sign-in' },
    'letter.password': { zh: '设定密码', en: 'Choose a password' },
    'letter.passwordHint': { zh: '10 到 128 个字符。', en: 'From 10 to 128 characters.' },
    'letter.ownPassword': { zh: '您的密码', en: 'Your password' },
    'letter.name': { zh: '姓名', en: 'Your name' },
    'letter.email': { zh: '邮箱', en: 'E-mail' },
    'invitation.title': { zh: '加入{{organization}}', en: 'Join {{organization}}' },
    'invitation.as': {
      zh: '您将以“{{role}}”身份加入，用 {{email}} 登录。',
      en: 'You join as {{role}} and sign in with {{email}}.',
    },
    'invitation.hasAccount': {
      zh: '该邮箱已有账号，请输入现有密码确认加入。',
      en: 'This address has an account already. Give its password to join.',
    },
    'invitation.join': { zh: '加入', en: 'Join' },
    'invitation.loading': { zh: '邀请', en: 'Invitation' },
    'invitation.ended': { zh: '邀请已失效', en: 'This invitation has ended' },
    'invitation.endedHint': {
      zh: '链接可能已使用、撤回、重发或过期。请联系单位管理员重新发送。',
      en: 'It was used, withdrawn, sent again or is past its day. Ask the administrator for a new one.',
    },
    'reset.title': { zh: '重设密码', en: 'Reset your password' },
    'reset.submit': { zh: '重设密码', en: 'Reset the password' },
    'reset.done': {
      zh: '密码已重设，请用新密码登录。',
      en: 'The password is reset. Sign in with the new one.',
    },
    'reset.ended': {
      zh: '链接已使用或过期，请重新申请。',
      en: 'This link was used or is past its hour. Ask for a new one.',
    },
    'forgot.title': { zh: '忘记密码', en: 'Forgotten password' },
    'forgot.submit': { zh: '发送重设链接', en: 'Send me a link' },
    'forgot.sent': {
      zh: '如果该邮箱已注册，重设链接已寄出，一小时内有效。',
      en: 'If the address has an account, a link is on its way; it works within an hour.',
    },
  },
  useAppWords,
  useFieldWords,
);
