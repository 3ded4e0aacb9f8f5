package broken.adaptersoutserveoutportsandqueriesalone.shop.application.port.out;

public interface Things {}
