/**
 * Makes one HTML site of the repository's Markdown and diagrams: plain pages without scripts, fonts or pictures from
 * elsewhere, which a browser shows from a file as well as from the service.
 */
@NullMarked
package dev.frontrow.docs;

import org.jspecify.annotations.NullMarked;
