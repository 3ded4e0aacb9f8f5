package broken.domainknowsonlythejdkanditself.shop.domain;

import org.springframework.util.StringUtils;

final class Broken {

    boolean isNamed(String name) {
        return StringUtils.hasText(name);
    }
}
