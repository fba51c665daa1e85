import { useAppWords } from '../../app/words.ts';
import { useFieldWords } from '../../forms/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of signing in. */
export const useSignInWords = defineWords(
  {
    'signIn.title': { zh: '登录', en: 'Sign in' },
    'signIn.email': { zh: '邮箱', en: 'E-mail' },
    'signIn.password': { zh: '密码', en: 'Password' },
    'signIn.submit': { zh: '登录', en: 'Sign in' },
    'signIn.forgot': { zh: '忘记密码？', en: 'Forgotten your password?' },
    'signIn.code': { zh: '验证码', en: 'Code of your authenticator' },
    'signIn.recoveryCode': { zh: '恢复码', en: 'Recovery code' },
    'signIn.useRecovery': { zh: '手机不在身边，使用恢复码', en: 'Use a recovery code instead' },
    'signIn.wrongCode': { zh: '验证码不正确。', en: 'The code is not right.' },
    'signIn.wrong': { zh: '邮箱或密码不正确。', en: 'The e-mail or the password is not right.' },
    'signIn.locked': {
      zh: '尝试次数过多，请 15 分钟后再试。',
      en: 'Too many attempts. Try again in 15 minutes.',
    },
    'signIn.noOffice': {
      zh: '您的账号还不属于任何单位，请联系单位管理员。',
      en: 'Your account belongs to no organisation yet. Ask its administrator.',
    },
  },
  useAppWords,
  useFieldWords,
);
