/** The OpenAPI document that the service publishes about itself; what follows from the code is not written down again. */
@NullMarked
package dev.frontrow.edge.openapi;

import org.jspecify.annotations.NullMarked;
