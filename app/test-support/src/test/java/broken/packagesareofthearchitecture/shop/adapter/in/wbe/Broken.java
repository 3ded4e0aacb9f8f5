package broken.packagesareofthearchitecture.shop.adapter.in.wbe;

final class Broken {}
