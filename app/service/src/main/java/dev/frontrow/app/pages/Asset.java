package dev.frontrow.app.pages;

import dev.frontrow.edge.SharedBytes;

/** A file as it is sent. */
record Asset(SharedBytes bytes, String type) {

    static Asset of(byte[] content, String type) {
        return new Asset(SharedBytes.of(content), type);
    }
}
