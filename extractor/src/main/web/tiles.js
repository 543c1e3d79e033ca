// The provinces as tiles, each about where it lies; no border is drawn. Codes and names are those of GB/T 2260.
export const PROVINCES = [
  // code, name, short, English, column, row
  ['110000', '北京市', '北京', 'Beijing', 7, 2], ['120000', '天津市', '天津', 'Tianjin', 8, 3], ['130000', '河北省', '河北', 'Hebei', 7, 3],
  ['140000', '山西省', '山西', 'Shanxi', 6, 3], ['150000', '内蒙古自治区', '内蒙古', 'Inner Mongolia', 6, 2], ['210000', '辽宁省', '辽宁', 'Liaoning', 8, 2],
  ['220000', '吉林省', '吉林', 'Jilin', 9, 2], ['230000', '黑龙江省', '黑龙江', 'Heilongjiang', 9, 1], ['310000', '上海市', '上海', 'Shanghai', 9, 6],
  ['320000', '江苏省', '江苏', 'Jiangsu', 8, 5], ['330000', '浙江省', '浙江', 'Zhejiang', 8, 6], ['340000', '安徽省', '安徽', 'Anhui', 7, 5],
  ['350000', '福建省', '福建', 'Fujian', 7, 7], ['360000', '江西省', '江西', 'Jiangxi', 7, 6], ['370000', '山东省', '山东', 'Shandong', 7, 4],
  ['410000', '河南省', '河南', 'Henan', 6, 4], ['420000', '湖北省', '湖北', 'Hubei', 6, 5], ['430000', '湖南省', '湖南', 'Hunan', 6, 6],
  ['440000', '广东省', '广东', 'Guangdong', 6, 7], ['450000', '广西壮族自治区', '广西', 'Guangxi', 5, 6], ['460000', '海南省', '海南', 'Hainan', 5, 8],
  ['500000', '重庆市', '重庆', 'Chongqing', 5, 4], ['510000', '四川省', '四川', 'Sichuan', 4, 4], ['520000', '贵州省', '贵州', 'Guizhou', 5, 5],
  ['530000', '云南省', '云南', 'Yunnan', 4, 5], ['540000', '西藏自治区', '西藏', 'Xizang', 1, 4], ['610000', '陕西省', '陕西', 'Shaanxi', 5, 3],
  ['620000', '甘肃省', '甘肃', 'Gansu', 3, 3], ['630000', '青海省', '青海', 'Qinghai', 2, 4], ['640000', '宁夏回族自治区', '宁夏', 'Ningxia', 4, 3],
  ['650000', '新疆维吾尔自治区', '新疆', 'Xinjiang', 1, 3], ['710000', '台湾省', '台湾', 'Taiwan', 9, 7], ['810000', '香港特别行政区', '香港', 'Hong Kong', 7, 8],
  ['820000', '澳门特别行政区', '澳门', 'Macao', 6, 8],
].map(([code, name, short, en, column, row]) => ({ code, name, short, en, column, row }));

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
