package broken.adaptersoutserveoutportsandqueriesalone.shop.application.port.in;

public interface ChangeThing {}
