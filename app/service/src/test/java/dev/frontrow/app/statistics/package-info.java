@NullMarked
package dev.frontrow.app.statistics;

import org.jspecify.annotations.NullMarked;
