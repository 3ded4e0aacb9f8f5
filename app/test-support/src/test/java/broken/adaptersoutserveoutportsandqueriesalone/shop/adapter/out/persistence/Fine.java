package broken.adaptersoutserveoutportsandqueriesalone.shop.adapter.out.persistence;

import broken.adaptersoutserveoutportsandqueriesalone.shop.application.port.out.Things;

final class Fine implements Things {}
