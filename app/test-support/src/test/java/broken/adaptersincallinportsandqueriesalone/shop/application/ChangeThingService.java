package broken.adaptersincallinportsandqueriesalone.shop.application;

public final class ChangeThingService {}
