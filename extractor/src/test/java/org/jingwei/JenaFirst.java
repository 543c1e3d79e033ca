package org.jingwei;

import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.extension.Extension;

/**
 * Makes Jena ready before the first class of tests begins, on one thread: classes that begin at the same time and use
 * it first, each in its own way, wait for each other's static parts for ever. The program does so in its own classes.
 */
public final class JenaFirst implements Extension {
    /** Called once, when the engine looks for extensions. */
    public JenaFirst() {
        JenaSystem.init();
    }
}
