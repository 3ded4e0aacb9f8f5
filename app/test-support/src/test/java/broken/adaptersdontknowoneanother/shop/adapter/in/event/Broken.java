package broken.adaptersdontknowoneanother.shop.adapter.in.event;

import broken.adaptersdontknowoneanother.shop.adapter.in.web.Page;

record Broken(Page page) {}
