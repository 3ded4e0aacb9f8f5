package broken.modulesknowonlywhomtheydeclare.shop.domain;

import broken.modulesknowonlywhomtheydeclare.other.OtherId;

record Fine(OtherId other) {}
