package broken.portsandqueriesspeakthedomainswords.shop.application.port.in;

import broken.portsandqueriesspeakthedomainswords.shop.application.query.ThingView;
import broken.portsandqueriesspeakthedomainswords.shop.domain.Thing;

interface Fine {

    ThingView change(Thing thing);
}
