package broken.adaptersincallinportsandqueriesalone.shop.application.port.out;

public interface Things {}
