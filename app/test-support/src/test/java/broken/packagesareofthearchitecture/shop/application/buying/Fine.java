package broken.packagesareofthearchitecture.shop.application.buying;

final class Fine {}
