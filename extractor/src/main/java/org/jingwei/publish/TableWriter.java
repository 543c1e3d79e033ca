package org.jingwei.publish;

import java.util.List;

/** Takes tables row by row and keeps none of them. */
interface TableWriter {
    /** Begins a table: its name and headings. */
    void table(String name, List<String> headings);

    /** The next row of the table begun last: as many cells as headings. */
    void row(List<Cell> cells);

    /** Nothing more will come. */
    void finish();
}
