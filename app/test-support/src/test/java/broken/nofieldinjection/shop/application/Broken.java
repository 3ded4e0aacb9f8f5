package broken.nofieldinjection.shop.application;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

final class Broken {

    @Autowired
    @Nullable
    String thing;

    @Value("${shop.size}")
    int size;

    Broken(@Value("${shop.name}") String name) {}
}
