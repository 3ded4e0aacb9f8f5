/**
 * What every module needs where its clients meet it, said once: problems and the refusals that answer with them, ids, users,
 * idempotency keys, pages and cursors, and what a module promises.
 *
 * <p>Knows no module and has no business word in it. Below it is how requests are read, how problems are answered and how
 * the operations are described; that works by itself wherever edge is on the class path.
 */
@ApplicationModule(
        displayName = "Edge",
        allowedDependencies = {})
@NullMarked
package dev.frontrow.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
