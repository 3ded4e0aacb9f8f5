package broken.roomsformnocircle.shop.application.paying;

public final class Broken {

    void asks(broken.roomsformnocircle.shop.application.returning.Broken other) {}
}
