package broken.everythingisinitsmodule;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class FineApplication {}
