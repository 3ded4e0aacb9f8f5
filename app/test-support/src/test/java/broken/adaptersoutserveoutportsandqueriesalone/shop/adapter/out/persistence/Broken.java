package broken.adaptersoutserveoutportsandqueriesalone.shop.adapter.out.persistence;

import broken.adaptersoutserveoutportsandqueriesalone.shop.application.port.in.ChangeThing;

interface Broken {

    ChangeThing change();
}
