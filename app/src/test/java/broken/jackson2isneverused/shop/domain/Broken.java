package broken.jackson2isneverused.shop.domain;

import com.fasterxml.jackson.core.JsonFactory;

interface Broken {

    JsonFactory json();
}
