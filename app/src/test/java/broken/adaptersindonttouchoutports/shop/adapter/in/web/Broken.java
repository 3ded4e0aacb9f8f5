package broken.adaptersindonttouchoutports.shop.adapter.in.web;

import broken.adaptersindonttouchoutports.shop.application.port.out.Things;

interface Broken {

    Things things();
}
