package org.jingwei;

import org.jingwei.cli.Jingwei;
import org.jingwei.cli.Terminal;

/** The only exit. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Jingwei.run(Terminal.system(), arguments));
    }
}
