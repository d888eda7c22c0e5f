package dev.lotline.edge.barcode.picture;

/**
 * Where each place of a turned and scaled picture comes from: turned about the middle, then scaled.
 *
 * @param width of the placed picture
 */
record Placement(int width, int height, double cos, double sin, double scale, double middleX, double middleY) {

    /** Turned clockwise by {@code degrees}, {@code scale} times as large, large enough to lose nothing. */
    static Placement turned(Grey source, double degrees, double scale) {
        double angle = Math.toRadians(degrees);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double width = Math.abs(source.width() * cos) + Math.abs(source.height() * sin);
        double height = Math.abs(source.width() * sin) + Math.abs(source.height() * cos);
        return new Placement(
                (int) Math.ceil(width * scale),
                (int) Math.ceil(height * scale),
                cos,
                sin,
                scale,
                (source.width() - 1) / 2.0,
                (source.height() - 1) / 2.0);
    }

    double sourceX(double x, double y) {
        double dx = (x - (width - 1) / 2.0) / scale;
        double dy = (y - (height - 1) / 2.0) / scale;
        return middleX + cos * dx + sin * dy;
    }

    double sourceY(double x, double y) {
        double dx = (x - (width - 1) / 2.0) / scale;
        double dy = (y - (height - 1) / 2.0) / scale;
        return middleY - sin * dx + cos * dy;
    }
}
