package broken.othersarecalledbyusecases.shop.adapter.in.web;

import broken.othersarecalledbyusecases.edge.Refuses;
import broken.othersarecalledbyusecases.other.Others;

final class Fine {

    @Refuses(through = Others.class)
    void says() {}
}
