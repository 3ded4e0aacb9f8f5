package broken.packagesarenullmarked.app.events;

final class Broken {}
