package broken.othersarecalledbyusecases.shop.adapter.out.persistence;

import broken.othersarecalledbyusecases.edge.Invariant;
import broken.othersarecalledbyusecases.other.Others;

class FineInvariants {

    Invariant bothAgree(Others others) {
        return new Invariant(others.toString());
    }
}
