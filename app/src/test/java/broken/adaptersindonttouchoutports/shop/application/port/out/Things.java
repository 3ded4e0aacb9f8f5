package broken.adaptersindonttouchoutports.shop.application.port.out;

public interface Things {}
