package broken.theapiknowsnothinginside.shop;

import broken.theapiknowsnothinginside.shop.domain.Thing;

interface Broken {

    Thing thing();
}
