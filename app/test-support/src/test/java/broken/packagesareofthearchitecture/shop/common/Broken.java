package broken.packagesareofthearchitecture.shop.common;

final class Broken {}
