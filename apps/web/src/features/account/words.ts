import { useAppWords } from '../../app/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of one's own account. */
export const useAccountWords = defineWords(
  {
    'account.title': { zh: '我的账号', en: 'My account' },
    'account.required': { zh: '请填写', en: 'Fill this in' },
    'account.failed': { zh: '没有成功，请稍后再试。', en: 'That did not work. Try again later.' },
    'account.wrongPassword': { zh: '密码不正确。', en: 'The password is not right.' },

    'organizations.title': { zh: '我的单位', en: 'Where I work' },
    'organizations.here': { zh: '当前', en: 'Here now' },
    'organizations.change': { zh: '切换', en: 'Go there' },
    'organizations.goTo': { zh: '切换到{{name}}', en: 'Go to {{name}}' },

    'password.title': { zh: '修改密码', en: 'Change the password' },
    'password.now': { zh: '现在的密码', en: 'Present password' },
    'password.next': { zh: '新密码', en: 'New password' },
    'password.hint': {
      zh: '10 到 128 个字符。其他设备上的登录会结束。',
      en: 'From 10 to 128 characters. Sessions on other devices end.',
    },
    'password.done': { zh: '密码已修改', en: 'The password is changed' },

    'factor.title': { zh: '两步验证', en: 'Two-factor sign-in' },
    'factor.on': {
      zh: '已启用：登录时除密码外还需验证码。',
      en: 'On: besides the password, signing in takes a code.',
    },
    'factor.off': {
      zh: '未启用。启用后，登录时除密码外还需手机验证器上的 6 位验证码。',
      en: 'Off. With it, signing in takes a code of six digits from an authenticator besides the password.',
    },
    'factor.password': { zh: '密码', en: 'Password' },
    'factor.begin': { zh: '启用两步验证', en: 'Switch it on' },
    'factor.renewCodes': { zh: '重新生成恢复码', en: 'Make new recovery codes' },
    'factor.end': { zh: '关闭两步验证', en: 'Switch it off' },
    'factor.scan': {
      zh: '用验证器应用扫描二维码，或手工输入密钥：',
      en: 'Scan this with an authenticator, or type the key:',
    },
    'factor.code': { zh: '验证码', en: 'Code' },
    'factor.confirm': { zh: '确认', en: 'Confirm' },
    'factor.wrongCode': { zh: '验证码不正确。', en: 'The code is not right.' },
    'factor.started': { zh: '两步验证已启用', en: 'Two-factor sign-in is on' },
    'factor.ended': { zh: '两步验证已关闭', en: 'Two-factor sign-in is off' },
    'factor.codes': {
      zh: '恢复码：手机不在身边时，每个可代替验证码登录一次。请抄下或打印保存，离开本页后不再显示；以前的恢复码已失效。',
      en: 'Recovery codes: each signs you in once without your phone. Keep them: they are not shown again, and earlier ones no longer work.',
    },

    'sessions.title': { zh: '登录的设备', en: 'Where you are signed in' },
    'sessions.limits': {
      zh: '12 小时未使用，或登录满 7 天，须重新登录。修改密码后，其他设备上的登录随即结束。',
      en: 'You are signed out after 12 hours without use, and 7 days after signing in. A new password ends all other sessions.',
    },
    'sessions.this': { zh: '本设备', en: 'This one' },
    'sessions.since': { zh: '{{at}} 登录', en: 'since {{at}}' },
    'sessions.end': { zh: '退出', en: 'End' },
    'sessions.endOf': { zh: '退出 {{what}}', en: 'End {{what}}' },
    'sessions.endOthers': { zh: '退出其他所有设备', en: 'End all others' },
    'sessions.ended': { zh: '已退出', en: 'Ended' },
    'sessions.unknown': { zh: '未知设备', en: 'Unknown device' },
  },
  useAppWords,
);
