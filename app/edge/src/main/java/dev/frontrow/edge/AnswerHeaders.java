package dev.frontrow.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Writes the headers that every answer has, where the web server answers by itself. */
@FunctionalInterface
public interface AnswerHeaders {

    /** Adds those that the answer does not have yet. */
    void write(HttpServletRequest request, HttpServletResponse response);
}
