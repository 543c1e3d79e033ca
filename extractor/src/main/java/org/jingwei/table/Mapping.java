package org.jingwei.table;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a table is read, and where it comes from.
 *
 * @param name      of the dataset in addresses: lower-case letters of ASCII, digits, hyphens
 * @param source    where it comes from
 * @param layout    of the file
 * @param region    where a row says what place its figures are of
 * @param codes     how it identifies the place
 * @param period    where the period stands
 * @param figures   what a row states; one at least
 */
public record Mapping(String name, Source source, Layout layout, Part region, RegionCodes codes, Part period,
        List<Figure> figures) {
    public Mapping {
        figures = List.copyOf(figures);
    }

    /** Words in Chinese and, perhaps, in English. */
    public record Words(String chinese, Optional<String> english) {}

    /**
     * The provenance of a table.
     *
     * @param title     what the table is
     * @param publisher the office that publishes it
     * @param address   where it was taken from, an http or https address
     * @param edition   which edition, vintage or revision of the figures it is
     * @param licence   an address, or words
     * @param retrieved the day it was taken from there
     * @param issued    the day, month or year of publication: 2020, 2020-09 or 2020-09-28
     * @param note      what a user should know
     */
    public record Source(Words title, Words publisher, Optional<String> address, Words edition, String licence,
            Optional<LocalDate> retrieved, Optional<String> issued, Optional<Words> note) {}

    /**
     * The layout of a file.
     *
     * @param charset   absent where the bytes tell: UTF-8, with or without byte order mark, or else GB18030
     * @param separator between cells
     * @param headerRow which row holds the headers, from 1; what stands above is for people
     * @param notes     a row whose first cell begins with one of these is for people
     */
    public record Layout(Optional<Charset> charset, char separator, int headerRow, List<String> notes) {
        public Layout {
            notes = List.copyOf(notes);
        }
    }

    /** One figure of a row, or one of each column that {@code value} names. */
    public record Figure(Part indicator, Part transformation, Part value, Part unit) {}
}
