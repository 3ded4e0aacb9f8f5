package broken.othersarecalledfromanadapteroftheirname.shop.application;

import broken.othersarecalledfromanadapteroftheirname.other.Others;

record Broken(Others others) {}
