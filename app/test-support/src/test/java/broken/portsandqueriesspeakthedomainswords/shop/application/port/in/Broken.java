package broken.portsandqueriesspeakthedomainswords.shop.application.port.in;

import broken.portsandqueriesspeakthedomainswords.shop.application.port.out.Things;
import org.springframework.http.ResponseEntity;

interface Broken {

    ResponseEntity<String> change(Things things);
}
