@ApplicationModule(allowedDependencies = {})
package broken.modulesdeclarewhatthepictureshows.other;

import org.springframework.modulith.ApplicationModule;
