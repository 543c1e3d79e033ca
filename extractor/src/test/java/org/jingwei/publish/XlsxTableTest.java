package org.jingwei.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.TimeZone;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class XlsxTableTest {
    private static final Cell FORMULA = new Cell.Text("=1+1");

    private static byte[] written(int mostRows, List<Cell> cells) {
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxTable(out, mostRows)) {
            table.table("t", List.of("h"));
            cells.forEach(cell -> table.row(List.of(cell)));
            table.finish();
        }
        return out.toByteArray();
    }

    @Test
    void aLongNumberKeepsItsDigits() throws IOException {
        var shortest = new BigDecimal("123456789012345");
        var longest = new BigDecimal("1234567890123456.7");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(written(10,
                List.of(new Cell.Number(shortest), new Cell.Number(longest), FORMULA))))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals(shortest, rows.get(1).getCell(0).asNumber());
            assertEquals(CellType.STRING, rows.get(2).getCell(0).getType());
            assertEquals(longest.toPlainString(), rows.get(2).getCell(0).asString());
            assertEquals(CellType.STRING, rows.get(3).getCell(0).getType());
            assertEquals("=1+1", rows.get(3).getCell(0).asString());
        }
    }

    /** A sheet that is full goes on in another, with the headings again: nothing is cut. */
    @Test
    void moreRowsThanASheetHoldsGoOn() throws IOException {
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(written(3, List.of(FORMULA, FORMULA, FORMULA, FORMULA, FORMULA))))) {
            assertEquals(List.of("t", "t 2", "t 3"), workbook.getSheets().map(Sheet::getName).toList());
            int rows = 0;
            for (Sheet sheet : workbook.getSheets().toList()) {
                assertEquals("h", sheet.read().getFirst().getCell(0).asString());
                rows += sheet.read().size() - 1;
            }
            assertEquals(5, rows);
        }
    }

    @Test
    void aTextThatNoCellTakesIsRefused() {
        var refused = assertThrows(PublishException.class,
                () -> written(10, List.of(new Cell.Text("长".repeat(40_000)))));
        assertTrue(refused.getMessage().contains("32767"), refused.getMessage());
    }

    /** Past the time that the library would write. */
    @Test
    void theSameTableIsTheSameBytes() throws InterruptedException {
        byte[] first = written(10, List.of(FORMULA));
        Thread.sleep(1100);
        assertArrayEquals(first, written(10, List.of(FORMULA)));
    }

    @Test
    void theSameTableIsTheSameBytesInEveryZone() {
        byte[] here = written(10, List.of(FORMULA));
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String other : List.of("UTC", "Asia/Shanghai", "Pacific/Kiritimati", "America/Los_Angeles")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                assertArrayEquals(here, written(10, List.of(FORMULA)), other);
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
