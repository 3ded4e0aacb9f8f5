package dev.frontrow.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A web operation, or a controller with such operations alone, that needs no access token. Any other below {@code /api/v1}
 * belongs to a user, and below {@code /api/v1/admin} to admins.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToAll {}
