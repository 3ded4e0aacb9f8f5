@ApplicationModule(allowedDependencies = {})
package broken.modulesdeclarewhatthepictureshows.unknown;

import org.springframework.modulith.ApplicationModule;
