package dev.frontrow.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Writes down which statements are sent to the database, by whichever thread, while somebody wants to know. */
@Component
public class SentStatements implements BeanPostProcessor, QueryExecutionListener {

    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile boolean wanted;

    /** The statements that are sent while something is done, in their order. */
    public List<String> during(Runnable action) {
        statements.clear();
        wanted = true;
        try {
            action.run();
        } finally {
            wanted = false;
        }
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database
                ? ProxyDataSourceBuilder.create(database).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (wanted) {
            queries.forEach(query -> statements.add(query.getQuery()));
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
}
