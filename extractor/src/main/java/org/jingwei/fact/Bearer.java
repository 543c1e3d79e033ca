package org.jingwei.fact;

import java.util.Optional;
import org.jingwei.source.Span;

/**
 * What an amount or a number is told of: a project, an event, or both, where the event tells of the project; never
 * neither.
 */
record Bearer(Optional<Draft.Project> project, Optional<Draft.Event> event) {
    /** The {@link Draft.Project}, else the {@link Draft.Event}. */
    Object thing() {
        return project.<Object>map(p -> p).or(() -> event).orElseThrow();
    }

    /** Whether one value told of both may be told twice: two projects of 10亿元 each are two amounts. */
    boolean mayBe(Bearer other) {
        return project.isEmpty() || other.project().isEmpty() || project.get() == other.project().get();
    }

    /** Whether the clause of a number names the project or holds the trigger that the number belongs to. */
    boolean toldWith(Scene scene, Span number) {
        return scene.clauseOf(number).filter(c -> project.isPresent()
                ? project.get().mention(c).isPresent()
                : event.filter(e -> c.span().contains(e.trigger)).isPresent()).isPresent();
    }
}
