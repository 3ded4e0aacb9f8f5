package broken.sqlisinpersistencealone.app.events;

import javax.sql.DataSource;

record Fine(DataSource database) {}
