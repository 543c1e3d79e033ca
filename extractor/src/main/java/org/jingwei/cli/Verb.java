package org.jingwei.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all verbs share. */
abstract class Verb implements Callable<Integer> {
    protected final Terminal terminal;

    @Spec
    protected CommandSpec spec;

    @Mixin
    protected CommonOptions common;

    Verb(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Does it. @return one of the {@link Exit} codes */
    @Override
    public abstract Integer call() throws Exception;
}
