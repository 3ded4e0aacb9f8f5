/** The OpenAPI document that the service publishes about itself. */
@NullMarked
package dev.frontrow.app.openapi;

import org.jspecify.annotations.NullMarked;
