package broken.domainknowsonlythejdkanditself.shop.domain;

import broken.domainknowsonlythejdkanditself.other.Others;
import broken.domainknowsonlythejdkanditself.shop.application.port.out.Things;
import java.sql.ResultSet;
import org.springframework.util.StringUtils;

final class Broken {

    boolean isNamed(String name) {
        return StringUtils.hasText(name);
    }

    void asks(Others others) {}

    void needs(Things things) {}

    void reads(ResultSet row) {}
}
