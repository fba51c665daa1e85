import type { Localized } from '@huiyin/shared';
import { areaList } from '@vant/area-data';

/**
 * Regions of GB/T 2260 as a tree of provinces, cities and counties, by the beginning of their codes: `44` 广东省, `4403`
 * 深圳市, `440305` 南山区. A code of six digits that ends in zeros stands for the city or the province itself.
 */

/** Of provinces the names in English too; what lies below them is called by its Chinese name. */
const PROVINCES: Readonly<Record<string, Localized>> = {
  '11': { zh: '北京市', en: 'Beijing' },
  '12': { zh: '天津市', en: 'Tianjin' },
  '13': { zh: '河北省', en: 'Hebei' },
  '14': { zh: '山西省', en: 'Shanxi' },
  '15': { zh: '内蒙古自治区', en: 'Inner Mongolia' },
  '21': { zh: '辽宁省', en: 'Liaoning' },
  '22': { zh: '吉林省', en: 'Jilin' },
  '23': { zh: '黑龙江省', en: 'Heilongjiang' },
  '31': { zh: '上海市', en: 'Shanghai' },
  '32': { zh: '江苏省', en: 'Jiangsu' },
  '33': { zh: '浙江省', en: 'Zhejiang' },
  '34': { zh: '安徽省', en: 'Anhui' },
  '35': { zh: '福建省', en: 'Fujian' },
  '36': { zh: '江西省', en: 'Jiangxi' },
  '37': { zh: '山东省', en: 'Shandong' },
  '41': { zh: '河南省', en: 'Henan' },
  '42': { zh: '湖北省', en: 'Hubei' },
  '43': { zh: '湖南省', en: 'Hunan' },
  '44': { zh: '广东省', en: 'Guangdong' },
  '45': { zh: '广西壮族自治区', en: 'Guangxi' },
  '46': { zh: '海南省', en: 'Hainan' },
  '50': { zh: '重庆市', en: 'Chongqing' },
  '51': { zh: '四川省', en: 'Sichuan' },
  '52': { zh: '贵州省', en: 'Guizhou' },
  '53': { zh: '云南省', en: 'Yunnan' },
  '54': { zh: '西藏自治区', en: 'Tibet' },
  '61': { zh: '陕西省', en: 'Shaanxi' },
  '62': { zh: '甘肃省', en: 'Gansu' },
  '63': { zh: '青海省', en: 'Qinghai' },
  '64': { zh: '宁夏回族自治区', en: 'Ningxia' },
  '65': { zh: '新疆维吾尔自治区', en: 'Xinjiang' },
  '71': { zh: '台湾省', en: 'Taiwan' },
  '81': { zh: '香港特别行政区', en: 'Hong Kong' },
  '82': { zh: '澳门特别行政区', en: 'Macao' },
};

/** What stands between a province and its counties where there is no city, and says nothing. */
const NO_CITY = /^(县|省直辖县|自治区直辖县级行政区划)$/;

/** The code without the zeros that stand for nothing: `440300` is `4403`. */
export function regionCode(code: string): string {
  return code.replace(/^(\d{2})0000$/, '$1').replace(/^(\d{4})00$/, '$1');
}

/** A region with those that it lies in, the largest first: `440305` is 44, 4403, 440305. */
function linesOf(code: string): readonly string[] {
  const own = regionCode(code);
  return [2, 4, 6].filter((digits) => digits <= own.length).map((digits) => own.slice(0, digits));
}

/** The name of one region by its code, in Chinese; undefined for one that is none. */
function nameOf(code: string): string | undefined {
  const whole = code.padEnd(6, '0');
  if (code.length === 2) return areaList.province_list[whole];
  const name = (code.length === 4 ? areaList.city_list : areaList.county_list)[whole];
  return name !== undefined && NO_CITY.test(name) ? '' : name;
}

/** Whether there is a region of that code: two, four or six digits. */
export function isRegion(code: string): boolean {
  return /^(\d{2}){1,3}$/.test(code) && nameOf(regionCode(code)) !== undefined;
}

/** What a region is called with those that it lies in: 广东省深圳市南山区; a code that nothing is known of, itself. */
export function regionLabel(code: string): Localized {
  const province = PROVINCES[code.slice(0, 2)];
  if (!province) return { zh: code, en: code };
  const below = linesOf(code)
    .slice(1)
    .map((each) => nameOf(each) ?? each)
    // A municipality is its own city.
    .filter((name) => name !== '' && name !== province.zh);
  return { zh: [province.zh, ...below].join(''), en: [...below.toReversed(), province.en].join(', ') };
}

/** What a region is called beside others of the same: 南山区. */
export function regionName(code: string): Localized {
  const own = regionCode(code);
  const province = PROVINCES[own];
  if (province) return province;
  const name = nameOf(own);
  return name ? { zh: name, en: name } : regionLabel(code);
}

/** Regions whose name holds a text, provinces before cities before counties; by their codes without zeros. */
export function findRegions(text: string): readonly string[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  return [areaList.province_list, areaList.city_list, areaList.county_list]
    .flatMap((names) => Object.entries(names))
    .flatMap(([code, name]) => (name.includes(wanted) && !NO_CITY.test(name) ? [regionCode(code)] : []));
}
