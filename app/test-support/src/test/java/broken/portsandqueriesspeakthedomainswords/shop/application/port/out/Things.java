package broken.portsandqueriesspeakthedomainswords.shop.application.port.out;

public interface Things {}
