package broken.packagesareofthearchitecture.shop.adapter.out.stranger;

final class Broken {}
