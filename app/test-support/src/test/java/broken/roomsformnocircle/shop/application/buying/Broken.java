package broken.roomsformnocircle.shop.application.buying;

public final class Broken {

    void asks(broken.roomsformnocircle.shop.application.paying.Broken other) {}
}
