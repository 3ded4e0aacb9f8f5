package broken.everythingisinitsmodule.shop.domain;

final class Fine {}
