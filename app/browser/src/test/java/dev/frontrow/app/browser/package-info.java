/** The pages in a real browser: run where Chromium is installed. */
@NullMarked
package dev.frontrow.app.browser;

import org.jspecify.annotations.NullMarked;
