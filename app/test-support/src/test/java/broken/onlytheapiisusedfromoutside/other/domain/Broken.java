package broken.onlytheapiisusedfromoutside.other.domain;

import broken.onlytheapiisusedfromoutside.shop.domain.Thing;

interface Broken {

    Thing thing();
}
