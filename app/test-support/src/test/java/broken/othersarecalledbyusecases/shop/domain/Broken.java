package broken.othersarecalledbyusecases.shop.domain;

import broken.othersarecalledbyusecases.other.Others;

record Broken(Others others) {}
