package broken.othersarecalledbyusecases.shop.application;

import broken.othersarecalledbyusecases.other.Others;

record Fine(Others others) {}
