import { defineWords } from '../../../i18n/i18n.ts';
import { useAdministrationWords } from '../words.ts';

/** The words of webhooks. */
export const useWebhookWords = defineWords(
  {
    'webhooks.none': { zh: '还没有推送。', en: 'There are no webhooks.' },
    'webhooks.noKey': {
      zh: '推送按密钥的权限取数：请先在“接口密钥”中生成一个密钥。',
      en: 'A webhook reads with the rights of a key: make one under “API keys” first.',
    },
    'webhooks.name': { zh: '用途', en: 'What it is for' },
    'webhooks.url': { zh: '接收地址', en: 'Address' },
    'webhooks.url.help': { zh: '公网上的 https 地址', en: 'https, on the public internet' },
    'webhooks.key': { zh: '按哪个密钥的权限取数', en: 'With the rights of which key' },
    'webhooks.events': { zh: '推送哪些事件', en: 'Of which events' },
    'webhooks.events.all': { zh: '全部事件', en: 'All events' },
    'webhooks.selection': { zh: '随附字段（可不填）', en: 'Fields sent along (optional)' },
    'webhooks.selection.help': {
      zh: '按 GraphQL 写，例如 number status { code } category { code label }；不填只发编号。',
      en: 'As in GraphQL, such as number status { code } category { code label }; without any, the number alone.',
    },
    'webhooks.create': { zh: '新增推送', en: 'Add a webhook' },
    'webhooks.secret': {
      zh: '签名密钥，只显示这一次，请交给接收方保存：',
      en: 'The secret that messages are signed with. It is shown this once; give it to the receiver:',
    },
    'webhooks.state.ACTIVE': { zh: '启用', en: 'Active' },
    'webhooks.state.PAUSED': { zh: '已暂停', en: 'Paused' },
    'webhooks.state.FAILED': { zh: '连续失败，已自动暂停', en: 'Paused by itself: nothing was taken' },
    'webhooks.waiting': { zh: '{{count}} 条待发送', en: '{{count}} to be sent' },
    'webhooks.pause': { zh: '暂停', en: 'Pause' },
    'webhooks.resume': { zh: '继续', en: 'Go on' },
    'webhooks.test': { zh: '发送测试', en: 'Send a test' },
    'webhooks.tested': { zh: '测试已发出，结果见下方记录', en: 'The test is on its way; see the log' },
    'webhooks.rotate': { zh: '更换密钥', en: 'New secret' },
    'webhooks.rotateSure': {
      zh: '旧密钥在 24 小时内同时有效。',
      en: 'Messages are signed with the former one too for 24 hours.',
    },
    'webhooks.removeSure': {
      zh: '删除后不再推送，待发送的和记录一并删除。',
      en: 'Nothing is sent any more; what waits and the log go with it.',
    },
    'webhooks.log': { zh: '发送记录（{{count}}）', en: 'Log ({{count}})' },
    'webhooks.log.empty': { zh: '还没有发送过。', en: 'Nothing was sent yet.' },
    'webhooks.message.WAITING': { zh: '待发送', en: 'Waiting' },
    'webhooks.message.DELIVERED': { zh: '已送达', en: 'Delivered' },
    'webhooks.message.GIVEN_UP': { zh: '已放弃', en: 'Given up' },
    'webhooks.message.NOT_VISIBLE': { zh: '密钥无权查看，未发送', en: 'Not visible to its key; not sent' },
    'webhooks.tries': { zh: '第 {{count}} 次', en: 'try {{count}}' },
    'webhooks.status': { zh: '应答 {{status}}', en: 'answered {{status}}' },
    'webhooks.again': { zh: '{{at}} 再试', en: 'again {{at}}' },
    'webhooks.problem.FORBIDDEN_ADDRESS': { zh: '地址不是公网地址', en: 'not a public address' },
    'webhooks.problem.NO_SUCH_HOST': { zh: '域名不存在', en: 'no such host' },
    'webhooks.problem.NO_CONNECTION': { zh: '无法连接', en: 'no connection' },
    'webhooks.problem.TIMED_OUT': { zh: '超时未应答', en: 'no answer in time' },
    'webhooks.problem.BROKEN_OFF': { zh: '连接中断', en: 'broke off' },
    'webhooks.replay': { zh: '重发', en: 'Send anew' },
    'webhooks.replayOf': { zh: '重发 {{type}} {{number}}', en: 'Send {{type}} {{number}} anew' },
  },
  useAdministrationWords,
);
