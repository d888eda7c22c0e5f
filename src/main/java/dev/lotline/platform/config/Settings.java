package dev.lotline.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * All keys that begin with {@code lotline.}, their defaults and what they mean. A key that is not here, or a value that
 * can't be read, refuses the start. Durations are written like 200ms, 10s, 5m, 7d.
 */
@ConfigMapping(prefix = "lotline")
public interface Settings {
    /** Loads the demo warehouse once into an empty database; profile prod refuses it. */
    @WithDefault("false")
    boolean demo();

    /** Where the embedded PostgreSQL and what was made for this site live, one process per directory; none = ~/.lotline. */
    Optional<Path> dataDir();

    /** The administrator's bearer token, at least 32 characters; without one only people and machines of its own get in. */
    Optional<String> adminToken();

    /** Seals secrets that are read again (webhooks): 32 or more characters, the same on all nodes; none = one is made. */
    Optional<String> masterKey();

    /** Keys of this site, newest first, that make the tags of LPN labels; none = a tag is not checked. */
    Optional<List<String>> lpnKeys();

    /** How long requests are answered after readiness went down: two looks of a balancer. In profiles dev and demo 0. */
    @WithDefault("5s")
    Duration drainDelay();

    /** How long a stop then waits for answers in flight. */
    @WithDefault("15s")
    Duration drainTimeout();

    Db db();

    Durability durability();

    Clock clock();

    Traffic.Posting posting();

    Traffic.Admission admission();

    Traffic.Http http();

    Console console();

    Gs1 gs1();

    Scan scan();

    DayClose dayClose();

    ShelfDays shelfDays();

    Storage storage();

    ChangeMark changeMark();

    Print print();

    Bus bus();

    Outbox outbox();

    Webhooks webhooks();

    Inbound inbound();

    Inbox inbox();

    /** Your PostgreSQL, 15 or newer. */
    interface Db {
        /** Such as postgresql://host:5432/lotline, of the primary or of what stands before it; none = the embedded one. */
        Optional<String> url();

        /** Of the pool; none = lotline_app. */
        Optional<String> username();

        /** Its password. */
        Optional<String> password();

        /** Who migrates and owns the tables; none = the user of the pool. */
        Optional<String> ownerUsername();

        /** Its password; none = that of the pool. */
        Optional<String> ownerPassword();
    }

    /** What a database must promise. */
    interface Durability {
        /** Lets dev and test work on a database that may lose what it acknowledged; of no effect elsewhere. */
        @WithDefault("false")
        boolean allowUnsafe();
    }

    /** What "today" is. */
    interface Clock {
        /** Whether PUT /api/v1/admin/clock may move the business date; profile prod refuses it. */
        @WithDefault("false")
        boolean adjustable();
    }

    /** People at the console. */
    interface Console {
        /** How dear it is to try a password; each step doubles it. */
        @WithDefault("12")
        int bcryptCost();
    }

    /** Barcodes. */
    interface Gs1 {
        /** Where GS1 Digital Links lead that Lotline makes. */
        @WithDefault("https://id.gs1.org")
        String linkStem();
    }

    /** How devices send. */
    interface Scan {
        /** A folder of YAML files beside or instead of the profiles that come along. */
        Optional<String> profiles();

        /** What a device without a profile is read with. */
        @WithDefault("standard")
        String defaultProfile();

        /** After this time without a scan a device that sends raw scans has forgotten what was open. */
        @WithDefault("5m")
        Duration contextIdle();

        /** How often raw scans of more than 30 days ago are deleted; "off" = never. */
        @WithDefault("1h")
        String forgetEvery();
    }

    /** The midnight of each warehouse. */
    interface DayClose {
        /** How often a node looks for one that has passed; "off" = only by POST /api/v1/admin/day-close. */
        @WithDefault("60s")
        String every();
    }

    /** Sums of stock by the day on which it expires. */
    interface ShelfDays {
        /** How often a node counts what changed; "off" = only when somebody looks. */
        @WithDefault("60s")
        String every();
    }

    /** Storage fees. */
    interface Storage {
        /** Days are closed after this time of each warehouse. */
        @WithDefault("00:15")
        LocalTime closeAt();

        /** How often a node looks; "off" = only with the day-close. */
        @WithDefault("5m")
        String closeEvery();

        /** Whether two people must close a month: one asks for it, another one closes it within 24 hours. */
        @WithDefault("false")
        boolean fourEyes();

        /** For how many months, at least 2, days are kept; of older ones that are stated, figures and statements stay. */
        @WithDefault("25")
        int dailyMonths();
    }

    /** What "updated since" is told from. */
    interface ChangeMark {
        /** How often a moment is marked; "off" = everything counts as updated. */
        @WithDefault("10s")
        String every();
    }

    /** Printing. Ports of printers are 9100 and 6101. */
    interface Print {
        /** Whether this node talks to printers. */
        @WithDefault("true")
        boolean enabled();

        /** How often it looks for work. */
        @WithDefault("200ms")
        Duration every();

        /** Where printers may be (CIDR). */
        @WithDefault("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,fc00::/7")
        List<String> networks();

        /** Whether printers may have other ports. */
        @WithDefault("false")
        boolean anyPort();

        /** Where printers of the link FILE have their folders; none = there are no such printers. */
        Optional<Path> folder();

        /** How often a node looks whether another one was given a template; "off" = never. */
        @WithDefault("30s")
        String templatesEvery();

        /** How long a printer must have been not ready before its labels come out of another. */
        @WithDefault("15s")
        Duration fallbackAfter();
    }

    /** Events out. */
    interface Bus {
        /**
         * Where they go: in-memory, smallrye-kafka, smallrye-rabbitmq or smallrye-mqtt; its broker: kafka.bootstrap.servers,
         * rabbitmq-host, -port, -username, -password, mp.messaging.connector.smallrye-mqtt.host, .port, .username, .password.
         */
        @WithDefault("in-memory")
        String connector();

        /** Whether this node tells. */
        @WithDefault("true")
        boolean enabled();

        /** How often it looks for news. */
        @WithDefault("100ms")
        Duration every();

        /** How long another node waits for the one that tells when it is gone. */
        @WithDefault("10s")
        Duration lease();
    }

    /** Events in the database. */
    interface Outbox {
        /** How long what has been told is kept. */
        @WithDefault("7d")
        Duration keep();

        /** How often it is looked through; "off" = it is kept for ever. */
        @WithDefault("1m")
        String forgetEvery();
    }

    /** Events to web addresses. */
    interface Webhooks {
        /** Whether this node sends. */
        @WithDefault("true")
        boolean enabled();

        /** Where addresses may lead beside public ones (CIDR). */
        Optional<List<String>> networks();

        /** Whether http and any port will do as well. */
        @WithDefault("false")
        boolean insecure();

        /** How often it looks for news. */
        @WithDefault("200ms")
        Duration every();

        /** The pause before the first retry; later ones are longer, up to a day. */
        @WithDefault("1m")
        Duration firstRetry();

        /** How long deliveries are kept. */
        @WithDefault("30d")
        Duration keep();
    }

    /** Orders, receiving orders and raw scans that come in as messages. */
    interface Inbound {
        /** As of lotline.bus.connector. */
        @WithDefault("in-memory")
        String connector();

        /** MQTT: the name of this node at the broker, which keeps for it what comes while it is away; none = nothing is kept. */
        Optional<String> session();

        /** In whose name they are done: a bearer token; none = every message becomes a dead letter. */
        Optional<String> token();
    }

    /** What is remembered of messages, so that a copy is known. */
    interface Inbox {
        /** How long; a copy that comes later is done again if its document allows it. */
        @WithDefault("30d")
        Duration keep();
    }
}
