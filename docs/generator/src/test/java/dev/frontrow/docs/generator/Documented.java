package dev.frontrow.docs.generator;

import dev.frontrow.architecture.Project;

/** The project that the tests are about; its code is read once for all of them. */
final class Documented {

    static final Repository REPOSITORY = new Repository(Project.root());
    static final Code CODE = new Code(REPOSITORY);

    private Documented() {}
}
