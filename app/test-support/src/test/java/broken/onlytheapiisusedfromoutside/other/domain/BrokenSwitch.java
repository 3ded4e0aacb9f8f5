package broken.onlytheapiisusedfromoutside.other.domain;

import broken.onlytheapiisusedfromoutside.shop.domain.Thing;

final class BrokenSwitch {

    boolean is(Object what) {
        return switch (what) {
            case String _ -> false;
            case Thing _ -> true;
            default -> false;
        };
    }
}
