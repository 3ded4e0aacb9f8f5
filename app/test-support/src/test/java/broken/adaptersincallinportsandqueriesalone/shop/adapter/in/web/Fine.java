package broken.adaptersincallinportsandqueriesalone.shop.adapter.in.web;

import broken.adaptersincallinportsandqueriesalone.shop.application.port.in.ChangeThing;

record Fine(ChangeThing change) {}
