package broken.apitypeshavejavadoc.shop;

record Hidden(String name) {}
