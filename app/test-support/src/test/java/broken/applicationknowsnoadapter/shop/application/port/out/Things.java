package broken.applicationknowsnoadapter.shop.application.port.out;

public interface Things {}
