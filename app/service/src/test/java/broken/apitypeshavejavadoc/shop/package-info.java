package broken.apitypeshavejavadoc.shop;
