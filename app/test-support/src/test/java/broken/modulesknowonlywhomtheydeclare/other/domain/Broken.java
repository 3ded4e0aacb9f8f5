package broken.modulesknowonlywhomtheydeclare.other.domain;

import broken.modulesknowonlywhomtheydeclare.shop.Thing;

record Broken(Thing thing) {}
