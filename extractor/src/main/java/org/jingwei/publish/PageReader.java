package org.jingwei.publish;

import org.jingwei.source.RawPage;

/**
 * Tells what a page states, and stores nothing. Made by who knows how pages are read; asked by several threads at the
 * same time.
 */
@FunctionalInterface
public interface PageReader {
    ReadPage read(RawPage page);
}
