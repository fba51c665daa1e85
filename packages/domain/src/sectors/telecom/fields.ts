import { option, t } from '../common.ts';
import type { FieldDeclaration } from '../contract.ts';

const ABOUT_NETWORK = [{ field: 'category', in: ['NETWORK'] }];

export const FIELDS: readonly FieldDeclaration[] = [
  {
    key: 'service',
    askedOf: 'public',
    label: t('业务', 'Service'),
    type: {
      kind: 'choice',
      options: [
        option('MOBILE', '移动电话', 'Mobile', ['手机', '移动']),
        option('BROADBAND', '宽带', 'Broadband'),
        option('FIXED_LINE', '固定电话', 'Fixed line', ['固话']),
        option('IOT', '物联网', 'IoT'),
      ],
    },
    requiredWhen: [],
    dimension: true,
  },
  {
    key: 'serviceNumber',
    askedOf: 'public',
    label: t('业务号码', 'Service number'),
    type: { kind: 'text', maxLength: 50 },
    sensitive: 'personal',
    synonyms: ['用户号码', '宽带账号'],
  },
  {
    key: 'plan',
    askedOf: 'public',
    label: t('套餐', 'Plan'),
    type: { kind: 'text', maxLength: 100 },
    filter: true,
  },
  {
    key: 'area',
    askedOf: 'public',
    label: t('城乡', 'Area'),
    help: t(
      '决定故障修复时限：城镇 48 小时，农村 72 小时',
      'Decides the limit for faults: 48 hours urban, 72 rural',
    ),
    type: {
      kind: 'choice',
      options: [option('URBAN', '城镇', 'Urban', ['城市']), option('RURAL', '农村', 'Rural', ['乡村'])],
    },
    dimension: true,
  },
  {
    key: 'place',
    askedOf: 'public',
    label: t('地点', 'Place'),
    type: { kind: 'place' },
    requiredWhen: ABOUT_NETWORK,
    synonyms: ['投诉地点', '地址', '小区名称', '位置'],
  },
  {
    key: 'indoor',
    askedOf: 'public',
    label: t('室内', 'Indoor'),
    type: { kind: 'boolean' },
    askedWhen: ABOUT_NETWORK,
    dimension: true,
  },
  {
    key: 'network',
    askedOf: 'public',
    label: t('网络制式', 'Network'),
    type: {
      kind: 'choice',
      options: [
        option('NR_5G', '5G', '5G'),
        option('LTE_4G', '4G', '4G'),
        option('G3', '3G', '3G'),
        option('G2', '2G', '2G'),
        option('FIBRE', '光纤', 'Fibre'),
      ],
    },
    dimension: true,
  },
  {
    key: 'rsrp',
    label: t('参考信号接收功率', 'RSRP'),
    type: { kind: 'decimal', min: -160, max: 0, scale: 1, unit: t('dBm', 'dBm') },
    askedWhen: ABOUT_NETWORK,
  },
  {
    key: 'sinr',
    label: t('信噪比', 'SINR'),
    type: { kind: 'decimal', min: -40, max: 60, scale: 1, unit: t('dB', 'dB') },
    askedWhen: ABOUT_NETWORK,
  },
  {
    key: 'downloadSpeed',
    label: t('下载速率', 'Download speed'),
    type: { kind: 'decimal', min: 0, max: 20_000, scale: 2, unit: t('Mbit/s', 'Mbit/s') },
    synonyms: ['下行速率'],
  },
  {
    key: 'uploadSpeed',
    label: t('上传速率', 'Upload speed'),
    type: { kind: 'decimal', min: 0, max: 20_000, scale: 2, unit: t('Mbit/s', 'Mbit/s') },
    synonyms: ['上行速率'],
  },
  { key: 'cellId', label: t('小区标识', 'Cell id'), type: { kind: 'text', maxLength: 50 }, filter: true },
  {
    key: 'stationId',
    label: t('基站编号', 'Station id'),
    type: { kind: 'text', maxLength: 50 },
    filter: true,
    synonyms: ['基站'],
  },
  { key: 'faultPoint', label: t('故障点', 'Fault point'), type: { kind: 'text', maxLength: 300 } },
];
