/** The pages that people book on and run the night by, and the files that they are made of. */
@NullMarked
package dev.frontrow.app.pages;

import org.jspecify.annotations.NullMarked;
