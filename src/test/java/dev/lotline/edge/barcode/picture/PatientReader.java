package dev.lotline.edge.barcode.picture;

/** A reader that counts what it takes of a processor: a busy machine makes no judge blind. */
public final class PatientReader {
    private PatientReader() {}

    public static PhotoReader create() {
        return new PhotoReader(BadPhotos::nanoTime);
    }
}
