package broken.packagesareofthearchitecture.shop.adaptor.in.web;

final class Broken {}
