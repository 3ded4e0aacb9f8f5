package broken.othersarecalledbyusecases.shop.application.buying;

import broken.othersarecalledbyusecases.other.Others;

record Fine(Others others) {}
