package org.jingwei.store;

/** Who is told how far a long piece of work is. Told often: it must be quick. */
@FunctionalInterface
public interface Steps {
    /**
     * @param done statements dealt with so far
     * @param all  statements there are
     */
    void at(long done, long all);
}
