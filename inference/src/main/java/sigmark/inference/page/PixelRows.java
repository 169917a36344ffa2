package sigmark.inference.page;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;

/**
 * Reads any decoded AWT picture row by row as opaque pixels over white. Samples are taken as sRGB as they are: AWT's own
 * conversion treats grey as linear light and would brighten it, and colour profiles do not matter for reading formulas.
 */
interface PixelRows {
    /** Writes row {@code y} as {@code 0xFFRRGGBB}. */
    void read(int y, int[] into, int at);

    static PixelRows of(BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel colors = image.getColorModel();
        if (raster.getDataBuffer() instanceof DataBufferByte bytes
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel model
                && colors instanceof ComponentColorModel
                && isPlain(colors)
                && raster.getParent() == null) {
            return new Bytes(bytes.getData(), model, image.getWidth(), colors);
        }
        if (raster.getDataBuffer() instanceof DataBufferInt ints
                && image.getType() == BufferedImage.TYPE_INT_RGB
                && raster.getParent() == null) {
            int width = image.getWidth();
            return (y, into, at) -> {
                for (int x = 0; x < width; x++) {
                    into[at + x] = ints.getData()[y * width + x] | 0xFF000000;
                }
            };
        }
        if (colors instanceof ComponentColorModel && isPlain(colors) && isIntegral(raster)) {
            return new Samples(raster, colors);
        }
        return new Converted(image);
    }

    private static boolean isPlain(ColorModel colors) {
        int type = colors.getColorSpace().getType();
        int components = colors.getNumColorComponents();
        return !colors.isAlphaPremultiplied()
                && ((type == ColorSpace.TYPE_GRAY && components == 1)
                        || (type == ColorSpace.TYPE_RGB && components == 3));
    }

    private static boolean isIntegral(Raster raster) {
        int type = raster.getSampleModel().getDataType();
        return type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
    }

    /** Colour over white. */
    static int overWhite(int red, int green, int blue, int alpha) {
        if (alpha == 255) {
            return 0xFF000000 | red << 16 | green << 8 | blue;
        }
        int white = 255 * (255 - alpha);
        return 0xFF000000
                | ((red * alpha + white + 127) / 255) << 16
                | ((green * alpha + white + 127) / 255) << 8
                | (blue * alpha + white + 127) / 255;
    }

    /** 8-bit samples side by side, in any order: what PNG and JPEG readers make. */
    final class Bytes implements PixelRows {
        private final byte[] data;
        private final int width;
        private final int rowStride;
        private final int pixelStride;
        private final int[] offsets;
        private final boolean alpha;

        Bytes(byte[] data, PixelInterleavedSampleModel model, int width, ColorModel colors) {
            this.data = data;
            this.width = width;
            rowStride = model.getScanlineStride();
            pixelStride = model.getPixelStride();
            offsets = model.getBandOffsets();
            alpha = colors.hasAlpha();
        }

        @Override
        public void read(int y, int[] into, int at) {
            int r = offsets[0];
            int g = offsets.length >= 3 ? offsets[1] : r;
            int b = offsets.length >= 3 ? offsets[2] : r;
            int a = offsets[offsets.length - 1];
            for (int x = 0, i = y * rowStride; x < width; x++, i += pixelStride) {
                int red = data[i + r] & 0xFF;
                int green = data[i + g] & 0xFF;
                int blue = data[i + b] & 0xFF;
                into[at + x] = alpha
                        ? overWhite(red, green, blue, data[i + a] & 0xFF)
                        : 0xFF000000 | red << 16 | green << 8 | blue;
            }
        }
    }

    /** Samples of 1 to 16 bits, in any layout. */
    final class Samples implements PixelRows {
        private final Raster raster;
        private final ColorModel colors;
        private int[] samples = {};

        Samples(Raster raster, ColorModel colors) {
            this.raster = raster;
            this.colors = colors;
        }

        @Override
        public void read(int y, int[] into, int at) {
            int width = raster.getWidth();
            int bands = raster.getNumBands();
            samples = raster.getPixels(
                    raster.getMinX(),
                    raster.getMinY() + y,
                    width,
                    1,
                    samples.length == 0 ? new int[width * bands] : samples);
            int colorBands = colors.getNumColorComponents();
            for (int x = 0; x < width; x++) {
                int i = x * bands;
                int red = eight(samples[i], 0);
                int green = colorBands >= 3 ? eight(samples[i + 1], 1) : red;
                int blue = colorBands >= 3 ? eight(samples[i + 2], 2) : red;
                int alpha = colors.hasAlpha() ? eight(samples[i + bands - 1], bands - 1) : 255;
                into[at + x] = overWhite(red, green, blue, alpha);
            }
        }

        private int eight(int sample, int band) {
            int bits = colors.getComponentSize(band);
            return bits == 8 ? sample : bits > 8 ? sample >> (bits - 8) : sample * 255 / ((1 << bits) - 1);
        }
    }

    /** Palettes, packed pixels and rare colour spaces, through AWT's conversion. */
    final class Converted implements PixelRows {
        private final BufferedImage image;
        private final int[] palette;
        private int[] line = {};

        Converted(BufferedImage image) {
            this.image = image;
            this.palette = image.getColorModel() instanceof IndexColorModel index ? paletteOf(index) : new int[0];
        }

        private static int[] paletteOf(IndexColorModel index) {
            int[] colors = new int[index.getMapSize()];
            index.getRGBs(colors);
            for (int i = 0; i < colors.length; i++) {
                colors[i] = flat(colors[i]);
            }
            return colors;
        }

        private static int flat(int argb) {
            return overWhite(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, argb >>> 24);
        }

        @Override
        public void read(int y, int[] into, int at) {
            int width = image.getWidth();
            if (palette.length > 0) {
                line = image.getRaster().getSamples(0, y, width, 1, 0, line.length == 0 ? new int[width] : line);
                for (int x = 0; x < width; x++) {
                    into[at + x] = palette[Math.min(line[x], palette.length - 1)];
                }
                return;
            }
            image.getRGB(0, y, width, 1, into, at, width);
            for (int x = 0; x < width; x++) {
                into[at + x] = flat(into[at + x]);
            }
        }
    }
}
