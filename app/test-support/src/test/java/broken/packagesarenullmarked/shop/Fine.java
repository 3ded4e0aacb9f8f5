package broken.packagesarenullmarked.shop;

final class Fine {}
