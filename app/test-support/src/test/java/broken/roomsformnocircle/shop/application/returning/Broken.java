package broken.roomsformnocircle.shop.application.returning;

public final class Broken {

    void asks(broken.roomsformnocircle.shop.application.buying.Broken other) {}
}
