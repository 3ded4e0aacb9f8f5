package dev.frontrow.docs.generator;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes all documents of what the code, the migrated database and the running service say. */
final class Generator {

    private final Repository repository;
    private final Code code;

    Generator(Repository repository, Code code) {
        this.repository = repository;
        this.code = code;
    }

    /**
     * The documents.
     *
     * @param apiDocs the service's OpenAPI document, as JSON
     * @param problemKinds the problems that the service knows, as JSON
     */
    Documents documents(JdbcClient jdbc, String apiDocs, String problemKinds) {
        var documents = new Documents();
        var calls = new Calls(code);
        var events = new Events(code, calls);
        var tables = new Tables(jdbc, code.modules());
        var settings = new Settings();
        var problems = new Problems(problemKinds);
        var openApi = new OpenApi(apiDocs);
        new Canvases(repository, code, events, tables, settings).writeTo(documents);
        new Dependencies(code).writeTo(documents);
        new EventCatalogue(code, events).writeTo(documents);
        new Flows(code, events, calls).writeTo(documents);
        tables.writeTo(documents);
        settings.writeTo(documents, code.modules());
        openApi.writeTo(documents);
        var rest = new RestReference(openApi, problems);
        rest.writeTo(documents);
        problems.writeTo(documents, rest.answering());
        new Rules(repository).writeTo(documents);
        Licences.ofTheService().writeTo(documents);
        ModuleDescription.writeTo(documents);
        new HandWritten(repository).writeTo(documents);
        return documents;
    }
}
