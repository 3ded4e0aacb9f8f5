package broken.everythingisinitsmodule;

final class Broken {}
