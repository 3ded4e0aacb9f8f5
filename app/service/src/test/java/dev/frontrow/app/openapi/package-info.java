/** What tests learn from the OpenAPI document of the running service. */
@NullMarked
package dev.frontrow.app.openapi;

import org.jspecify.annotations.NullMarked;
