package broken.jackson2isneverused.shop.adapter.in.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

record Fine(@JsonProperty("things") JsonNode json) {}
