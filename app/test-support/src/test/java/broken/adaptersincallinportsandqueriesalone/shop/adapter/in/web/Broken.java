package broken.adaptersincallinportsandqueriesalone.shop.adapter.in.web;

import broken.adaptersincallinportsandqueriesalone.shop.application.ChangeThingService;
import broken.adaptersincallinportsandqueriesalone.shop.application.port.out.Things;

interface Broken {

    Things things();

    ChangeThingService change();
}
