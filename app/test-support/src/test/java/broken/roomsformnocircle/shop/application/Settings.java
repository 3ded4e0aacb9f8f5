package broken.roomsformnocircle.shop.application;

public record Settings(String name) {}
