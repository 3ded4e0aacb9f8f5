package broken.packagesareofthearchitecture.shop.adapter.out.other;

final class Fine {}
