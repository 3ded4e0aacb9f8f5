@ApplicationModule(allowedDependencies = {})
package broken.modulesknowonlywhomtheydeclare.other;

import org.springframework.modulith.ApplicationModule;
