package broken.packagesareofthearchitecture.shop.application.buying.port;

final class Broken {}
