/** A module that says what it is for. */
package broken.apitypeshavejavadoc.other;
