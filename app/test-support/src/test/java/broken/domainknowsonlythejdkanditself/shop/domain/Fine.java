package broken.domainknowsonlythejdkanditself.shop.domain;

import broken.domainknowsonlythejdkanditself.other.OtherId;
import java.util.List;
import org.jspecify.annotations.Nullable;

record Fine(@Nullable OtherId other, List<Fine> parts) {}
