package broken.onlytheapiisusedfromoutside.app.integrity;

import broken.onlytheapiisusedfromoutside.shop.domain.Thing;

interface Broken {

    Thing thing();
}
