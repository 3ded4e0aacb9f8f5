package broken.domainknowsonlythejdkanditself.other;

public interface Others {}
