@org.jspecify.annotations.NullMarked
package broken.modulesdeclarewhatthepictureshows.silent;
