package broken.onlytheapiisusedfromoutside.other.domain;

import broken.onlytheapiisusedfromoutside.shop.ThingId;

interface Fine {

    ThingId thing();
}
