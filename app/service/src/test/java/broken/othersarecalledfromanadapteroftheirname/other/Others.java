package broken.othersarecalledfromanadapteroftheirname.other;

public interface Others {}
