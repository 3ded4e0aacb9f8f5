package broken.othersarecalledbyusecases.shop.domain;

import broken.othersarecalledbyusecases.other.Answer;

record Fine(Answer answer) {}
