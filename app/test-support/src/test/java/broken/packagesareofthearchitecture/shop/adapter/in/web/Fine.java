package broken.packagesareofthearchitecture.shop.adapter.in.web;

final class Fine {}
