package broken.adaptersdontknowoneanother.shop.adapter.in.web;

record Fine(Page page) {}
