@NullMarked
package broken.packagesarenullmarked.shop;

import org.jspecify.annotations.NullMarked;
