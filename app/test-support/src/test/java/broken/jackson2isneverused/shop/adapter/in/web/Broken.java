package broken.jackson2isneverused.shop.adapter.in.web;

import com.fasterxml.jackson.core.JsonFactory;

interface Broken {

    JsonFactory json();
}
