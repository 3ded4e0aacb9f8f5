package dev.frontrow.edge;

import java.util.Optional;

/** Knows which problem a failure of some library is; each bean of this type is asked, before what the edge knows itself. */
@FunctionalInterface
public interface KnownFailures {

    /** The problem that this one failure is, its causes left aside; nothing where it is not known here. */
    Optional<GeneralProblem> problemOf(Throwable failure);
}
