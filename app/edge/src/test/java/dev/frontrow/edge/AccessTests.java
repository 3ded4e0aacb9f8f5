package dev.frontrow.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

class AccessTests {

    @ParameterizedTest
    @CsvSource({
        "open, OPEN",
        "users, USER",
        "usersWithoutSlash, USER",
        "usersOfTwoPaths, USER",
        "theApiItself, USER",
        "admins, ADMIN",
        "adminsWithoutSlash, ADMIN",
        "allOfAdmins, ADMIN",
        "administrators, USER",
        "usersAndAdmins, ADMIN",
        "openOfAdmins, OPEN",
        "page, OPEN",
        "apiOfAnotherVersion, OPEN",
        "unmapped, OPEN"
    })
    void followsFromThePathUnlessItIsOpenToAll(String name, Access access) {
        assertThat(of(name, Everywhere.class)).isEqualTo(access);
    }

    @Test
    void followsFromTheControllersPathAndItsOwn() {
        assertThat(of("list", OfUsers.class)).isEqualTo(Access.USER);
        assertThat(of("show", OfUsers.class)).isEqualTo(Access.USER);
        assertThat(of("open", OfUsers.class)).isEqualTo(Access.OPEN);
        assertThat(of("list", OfAdmins.class)).isEqualTo(Access.ADMIN);
        assertThat(of("show", OfAdmins.class)).isEqualTo(Access.ADMIN);
    }

    @Test
    void isOpenWhereTheControllerIs() {
        assertThat(of("list", OfAll.class)).isEqualTo(Access.OPEN);
    }

    private static Access of(String name, Class<?> controller) {
        var operation = Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return Access.of(operation, controller);
    }

    static class Everywhere {

        @OpenToAll
        @GetMapping("/api/v1/concerts")
        void open() {}

        @PostMapping("/api/v1/concerts")
        void users() {}

        @GetMapping("api/v1/concerts")
        void usersWithoutSlash() {}

        @GetMapping({"/concerts", "/api/v1/concerts"})
        void usersOfTwoPaths() {}

        @GetMapping("/api/v1")
        void theApiItself() {}

        @GetMapping("/api/v1/admin/concerts")
        void admins() {}

        @GetMapping("api/v1/admin/concerts")
        void adminsWithoutSlash() {}

        @GetMapping("/api/v1/admin")
        void allOfAdmins() {}

        @GetMapping("/api/v1/administrators")
        void administrators() {}

        @GetMapping({"/api/v1/concerts", "/api/v1/admin/concerts"})
        void usersAndAdmins() {}

        @OpenToAll
        @GetMapping("/api/v1/admin/open")
        void openOfAdmins() {}

        @GetMapping("/problems/{code}")
        void page() {}

        @GetMapping("/api/v10/concerts")
        void apiOfAnotherVersion() {}

        void unmapped() {}
    }

    @RequestMapping("/api/v1/points")
    static class OfUsers {

        @GetMapping
        void list() {}

        @GetMapping("/{id}")
        void show() {}

        @OpenToAll
        @GetMapping("/open")
        void open() {}
    }

    @RequestMapping(path = "/api/v1/admin")
    static class OfAdmins {

        @GetMapping
        void list() {}

        @GetMapping("points")
        void show() {}
    }

    @OpenToAll
    @RequestMapping("/api/v1/points")
    static class OfAll {

        @GetMapping
        void list() {}
    }
}
