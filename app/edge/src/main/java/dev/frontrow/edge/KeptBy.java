package dev.frontrow.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may keep the answer of a web operation and for how long, where that does not follow from whose the operation is. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptBy {

    /** What {@code Cache-Control} says. */
    String value();
}
