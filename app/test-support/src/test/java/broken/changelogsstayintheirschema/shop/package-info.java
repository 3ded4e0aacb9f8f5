@ApplicationModule(allowedDependencies = {})
package broken.changelogsstayintheirschema.shop;

import org.springframework.modulith.ApplicationModule;
