package broken.packagesarenullmarked.shop.domain;

final class Broken {}
