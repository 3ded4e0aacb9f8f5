@ApplicationModule(allowedDependencies = {"other", "third"})
package broken.modulesdeclarewhatthepictureshows.shop;

import org.springframework.modulith.ApplicationModule;
