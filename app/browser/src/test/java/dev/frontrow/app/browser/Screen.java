package dev.frontrow.app.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** What a visitor looks at a page with. */
record Screen(int width, int height, String language, ColorScheme colors) {

    static final Screen LAPTOP = new Screen(1366, 768, "en-US", ColorScheme.LIGHT);
    static final Screen PHONE = new Screen(360, 740, "ko-KR", ColorScheme.DARK);

    Screen with(ColorScheme other) {
        return new Screen(width, height, language, other);
    }

    Screen in(String otherLanguage) {
        return new Screen(width, height, otherLanguage, colors);
    }

    Browser.NewContextOptions options() {
        boolean phone = width < 600;
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setColorScheme(colors)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Asia/Seoul")
                .setHasTouch(phone)
                .setIsMobile(phone);
    }
}
