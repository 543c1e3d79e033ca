// The provinces as tiles, each about where it lies; no border is drawn. Codes and names are those of GB/T 2260; the English page has room
// for letters only.
export const PROVINCES = [
  // code, name, short, English, letters of ISO 3166-2, column, row
  ['110000', '北京市', '北京', 'Beijing', 'BJ', 7, 2], ['120000', '天津市', '天津', 'Tianjin', 'TJ', 8, 3], ['130000', '河北省', '河北', 'Hebei', 'HE', 7, 3],
  ['140000', '山西省', '山西', 'Shanxi', 'SX', 6, 3], ['150000', '内蒙古自治区', '内蒙古', 'Inner Mongolia', 'NM', 6, 2], ['210000', '辽宁省', '辽宁', 'Liaoning', 'LN', 8, 2],
  ['220000', '吉林省', '吉林', 'Jilin', 'JL', 9, 2], ['230000', '黑龙江省', '黑龙江', 'Heilongjiang', 'HL', 9, 1], ['310000', '上海市', '上海', 'Shanghai', 'SH', 9, 6],
  ['320000', '江苏省', '江苏', 'Jiangsu', 'JS', 8, 5], ['330000', '浙江省', '浙江', 'Zhejiang', 'ZJ', 8, 6], ['340000', '安徽省', '安徽', 'Anhui', 'AH', 7, 5],
  ['350000', '福建省', '福建', 'Fujian', 'FJ', 7, 7], ['360000', '江西省', '江西', 'Jiangxi', 'JX', 7, 6], ['370000', '山东省', '山东', 'Shandong', 'SD', 7, 4],
  ['410000', '河南省', '河南', 'Henan', 'HA', 6, 4], ['420000', '湖北省', '湖北', 'Hubei', 'HB', 6, 5], ['430000', '湖南省', '湖南', 'Hunan', 'HN', 6, 6],
  ['440000', '广东省', '广东', 'Guangdong', 'GD', 6, 7], ['450000', '广西壮族自治区', '广西', 'Guangxi', 'GX', 5, 6], ['460000', '海南省', '海南', 'Hainan', 'HI', 5, 8],
  ['500000', '重庆市', '重庆', 'Chongqing', 'CQ', 5, 4], ['510000', '四川省', '四川', 'Sichuan', 'SC', 4, 4], ['520000', '贵州省', '贵州', 'Guizhou', 'GZ', 5, 5],
  ['530000', '云南省', '云南', 'Yunnan', 'YN', 4, 5], ['540000', '西藏自治区', '西藏', 'Xizang', 'XZ', 1, 4], ['610000', '陕西省', '陕西', 'Shaanxi', 'SN', 5, 3],
  ['620000', '甘肃省', '甘肃', 'Gansu', 'GS', 3, 3], ['630000', '青海省', '青海', 'Qinghai', 'QH', 2, 4], ['640000', '宁夏回族自治区', '宁夏', 'Ningxia', 'NX', 4, 3],
  ['650000', '新疆维吾尔自治区', '新疆', 'Xinjiang', 'XJ', 1, 3], ['710000', '台湾省', '台湾', 'Taiwan', 'TW', 9, 7], ['810000', '香港特别行政区', '香港', 'Hong Kong', 'HK', 7, 8],
  ['820000', '澳门特别行政区', '澳门', 'Macao', 'MO', 6, 8],
].map(([code, name, short, en, letters, column, row]) => ({ code, name, short, en, letters, column, row }));

/**
 * Five classes with about as many values each. What is above nought (or, where there is something below, anything) is
 * in one of them; equal values are in one class.
 *
 * @return [{least, most, step: 1..5}], ascending
 */
export function classes(values) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const count = Math.min(5, sorted.length);
  const made = [];
  for (let i = 0; i < count; i++) {
    const part = sorted.slice(Math.round(i * sorted.length / count), Math.round((i + 1) * sorted.length / count));
    made.push({ least: part[0], most: part.at(-1), step: count === 1 ? 3 : 1 + Math.round(i * 4 / (count - 1)) });
  }
  return made;
}
