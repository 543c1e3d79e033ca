package org.jingwei.quantity;

import java.time.LocalDate;
import java.util.Optional;

/** What a reader knows besides the text: the day of publication. Without it, dates without a year are not read. */
public record ReadingContext(Optional<LocalDate> published) {
    public static final ReadingContext NONE = new ReadingContext(Optional.empty());
}
