package broken.othersarecalledbyusecases.shop.adapter.in.web;

import broken.othersarecalledbyusecases.other.Others;

final class Broken {

    void asks(Others others) {}
}
