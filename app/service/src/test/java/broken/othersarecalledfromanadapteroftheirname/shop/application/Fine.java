package broken.othersarecalledfromanadapteroftheirname.shop.application;

import broken.othersarecalledfromanadapteroftheirname.other.Answer;

record Fine(Answer answer) {}
