package broken.nofieldinjection.shop.application;

record Fine(String thing) {}
