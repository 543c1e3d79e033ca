package org.jingwei.quantity;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Units as written to units of QUDT 2.1 (<a href="https://qudt.org/vocab/unit/">vocab/unit</a>). A unit of the same
 * name but another size is not here: 斤 is 0.5 kg, 亩 is 1/15 ha, and QUDT has neither; 度 of electricity is 千瓦时.
 */
final class QudtUnits {
    private static final String BASE = "http://qudt.org/vocab/unit/";
    private static final Map<String, URI> UNITS = read("""
            TONNE 吨 公吨
            KiloGM 千克 公斤 kg KG
            GM 克
            MilliGM 毫克
            MicroGM 微克
            CARAT 克拉
            KiloM 千米 公里 km KM
            M 米 公尺
            CentiM 厘米 公分 cm
            MilliM 毫米 mm
            MicroM 微米 μm
            NanoM 纳米 nm
            MI_N 海里
            MI 英里
            FT 英尺
            IN 英寸
            M2 平方米 平米 ㎡ m² m2
            KiloM2 平方公里 平方千米 km² km2
            CentiM2 平方厘米
            FT2 平方英尺
            HA 公顷
            M3 立方米 立方公尺 m³ m3
            L 升
            MilliL 毫升
            BBL 桶
            KiloW 千瓦 kW KW kw
            MegaW 兆瓦 MW
            GigaW 吉瓦 GW
            TeraW TW
            KiloW-HR 千瓦时 千瓦小时 度电 kWh KWh kwh Kwh KWH
            MegaW-HR 兆瓦时 MWh Mwh MWH
            GigaW-HR 吉瓦时 GWh Gwh GWH
            TeraW-HR TWh
            W-HR 瓦时 Wh
            KiloV 千伏 kV KV
            KiloV-A 千伏安 kVA KVA
            MegaV-A 兆伏安 MVA
            A-HR 安时 Ah
            DEG_C 摄氏度 ℃
            KiloM-PER-HR 公里/小时 千米/小时 km/h
            TONNE-PER-DAY 吨/日 吨/天 t/d T/d
            TONNE-PER-HR 吨/小时 吨/时 t/h
            M3-PER-DAY 立方米/日 立方米/天
            M3-PER-HR 立方米/小时
            MicroGM-PER-M3 微克/立方米
            MilliGM-PER-M3 毫克/立方米
            MilliGM-PER-L 毫克/升
            GigaBYTE GB
            TeraBYTE TB
            PetaBYTE PB
            MegaBYTE MB
            """);

    private QudtUnits() {}

    private static Map<String, URI> read(String table) {
        var units = new TreeMap<String, URI>();
        table.lines().map(line -> line.trim().split(" ")).forEach(line -> {
            for (int i = 1; i < line.length; i++) {
                units.put(new String(Glyphs.fold(line[i])), URI.create(BASE + line[0]));
            }
        });
        return Map.copyOf(units);
    }

    static Optional<URI> of(String unit) {
        return Optional.ofNullable(UNITS.get(unit));
    }
}
