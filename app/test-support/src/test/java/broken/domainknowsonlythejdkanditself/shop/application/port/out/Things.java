package broken.domainknowsonlythejdkanditself.shop.application.port.out;

public interface Things {}
