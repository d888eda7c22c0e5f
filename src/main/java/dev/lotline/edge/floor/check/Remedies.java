package dev.lotline.edge.floor.check;

import java.util.Map;

/** What to change on the scanners of four makers, in the words of their manuals. */
final class Remedies {
    private static final Map<String, Map<String, String>> MEND = Map.of(
            "AIM",
                    of(
                            "Barcode input, Scanner configuration: set Code ID Type to AIM.",
                            "Scan \"AIM Code ID Character\" under Transmit Code ID Character.",
                            "Add the prefix AIM I.D. for all symbologies.",
                            "Enable Global AIM ID."),
            "SUFFIX",
                    of(
                            "Basic Data Formatting: switch Send ENTER key on.",
                            "Scan \"<DATA> <SUFFIX>\" under Scan Data Transmission Format.",
                            "Scan \"Add CR Suffix to All Symbologies\".",
                            "Set the Global Suffix to CR (0D)."),
            "CASE",
                    of(
                            "Switch CapsLock off on the keyboard of the host.",
                            "Scan \"Enable Caps Lock Override\", or switch CapsLock off on the host.",
                            "Scan the keyboard style \"Autocaps via NumLock\" or switch CapsLock off on the host.",
                            "Set Caps Lock State to Auto-Detect, or switch CapsLock off on the host."),
            "LAYOUT",
                    of(
                            "Use intent output, or set the keyboard of Android to English (US).",
                            "Scan the Country Keyboard Type of the host.",
                            "Set the Keyboard Country Layout of the host.",
                            "Set the Country Mode of the host."),
            "GS",
                    of(
                            "Use intent output; or Advanced Data Formatting with an action that replaces GS by |.",
                            "Scan \"Enable Function Key Mapping\": GS is then sent as Ctrl+].",
                            "Scan \"Control + X Mode On\": GS is then sent as Ctrl+].",
                            "Set Send Control Characters to Ctrl+Key: GS is then sent as Ctrl+]."),
            "UPC",
                    of(
                            "It is well as it is read; with Code ID Type AIM it comes with 13 digits.",
                            "It is well as it is read; with AIM ids it comes with 13 digits.",
                            "It is well as it is read; with AIM ids it comes with 13 digits.",
                            "It is well as it is read; with AIM ids it comes with 13 digits."),
            "ITF",
                    of(
                            "Decoders: switch Interleaved 2of5 on, length 14.",
                            "Scan \"Enable Interleaved 2 of 5\" and set its length to 14.",
                            "Scan \"Interleaved 2 of 5 On\" with a minimum length of 14.",
                            "Enable Interleaved 2 of 5 with the length 14."),
            "DOUBLED",
                    of(
                            "Switch keystroke output off in the profile that has intent output on.",
                            "Only one host interface may be active.",
                            "Only one host interface may be active.",
                            "Only one host interface may be active."),
            "LOST",
                    of(
                            "Raise the key event delay, and wait for the beep.",
                            "Scan a keystroke delay of 20 ms.",
                            "Set an intercharacter delay of 5 (25 ms).",
                            "Set an intercharacter delay of 10 ms."));

    private Remedies() {}

    static Map<String, String> of(String setting) {
        return MEND.getOrDefault(setting, Map.of());
    }

    private static Map<String, String> of(String zebraTc, String zebraDs, String honeywell, String datalogic) {
        return Map.of("zebraTc", zebraTc, "zebraDs", zebraDs, "honeywell", honeywell, "datalogic", datalogic);
    }
}
