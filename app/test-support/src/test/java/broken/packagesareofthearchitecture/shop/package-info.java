@ApplicationModule(allowedDependencies = {"other"})
package broken.packagesareofthearchitecture.shop;

import org.springframework.modulith.ApplicationModule;
