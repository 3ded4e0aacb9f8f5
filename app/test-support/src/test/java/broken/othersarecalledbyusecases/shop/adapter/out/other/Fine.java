package broken.othersarecalledbyusecases.shop.adapter.out.other;

import broken.othersarecalledbyusecases.other.Others;

record Fine(Others others) {}
