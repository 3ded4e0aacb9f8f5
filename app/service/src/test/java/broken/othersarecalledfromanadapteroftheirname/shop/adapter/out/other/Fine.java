package broken.othersarecalledfromanadapteroftheirname.shop.adapter.out.other;

import broken.othersarecalledfromanadapteroftheirname.other.Others;

record Fine(Others others) {}
