package broken.applicationknowsnoadapter.shop.application;

import broken.applicationknowsnoadapter.shop.application.port.out.Things;

record Fine(Things things) {}
