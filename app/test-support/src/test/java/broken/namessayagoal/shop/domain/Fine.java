package broken.namessayagoal.shop.domain;

final class Fine {}
