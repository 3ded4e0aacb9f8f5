package broken.roomsformnocircle.shop.application.looking;

import broken.roomsformnocircle.shop.application.Settings;
import broken.roomsformnocircle.shop.application.buying.Broken;

record Fine(Broken buying, Settings settings) {}
