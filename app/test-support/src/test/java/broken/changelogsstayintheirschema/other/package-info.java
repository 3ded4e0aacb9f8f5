@ApplicationModule(allowedDependencies = {})
package broken.changelogsstayintheirschema.other;

import org.springframework.modulith.ApplicationModule;
