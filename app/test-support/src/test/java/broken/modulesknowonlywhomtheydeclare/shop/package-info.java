@ApplicationModule(allowedDependencies = {"other"})
package broken.modulesknowonlywhomtheydeclare.shop;

import org.springframework.modulith.ApplicationModule;
