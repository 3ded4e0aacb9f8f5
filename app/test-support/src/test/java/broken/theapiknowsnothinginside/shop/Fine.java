package broken.theapiknowsnothinginside.shop;

import broken.theapiknowsnothinginside.other.OtherId;
import java.util.List;

record Fine(List<OtherId> others) {}
