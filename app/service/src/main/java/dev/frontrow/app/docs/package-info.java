/** The way in to the documents, which the service serves as a site at {@code /docs}. */
@NullMarked
package dev.frontrow.app.docs;

import org.jspecify.annotations.NullMarked;
