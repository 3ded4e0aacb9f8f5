package dev.frontrow.docs;

/** A rendered document: its first heading, and its body as HTML. */
record Page(Source source, String title, String body) {}
