package broken.nofieldinjection.shop.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

final class Broken {

    @Autowired
    @Nullable
    String thing;
}
