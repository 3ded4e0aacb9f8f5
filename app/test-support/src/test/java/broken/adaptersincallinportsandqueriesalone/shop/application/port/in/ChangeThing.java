package broken.adaptersincallinportsandqueriesalone.shop.application.port.in;

public interface ChangeThing {}
